"""A download server on the loopback that can be told to misbehave."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler

from tests.loopback import serving


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


@dataclass
class Served:
    """A file as the server has it, and what it does wrong."""

    body: bytes
    etag: str | None = '"one"'
    modified: str | None = "Sun, 01 Nov 2026 01:02:03 GMT"
    content_type: str = "application/octet-stream"
    ranges: bool = True
    """Answers Range with the part."""
    heeds_if_range: bool = True
    drops: list[int] = field(default_factory=list)
    """For the coming requests: after how many bytes the connection ends."""
    statuses: list[int] = field(default_factory=list)
    """For the coming requests: the status to answer instead."""
    excess: int = 0
    """By how much the Content-Length is too large."""
    tells_length: bool = True


@dataclass
class DumpServer:
    files: dict[str, Served]
    url: str = ""
    seen: list[tuple[str, Message]] = field(default_factory=list)
    """Path and headers of each request."""

    def requests(self, name: str) -> list[Message]:
        return [headers for path, headers in self.seen if path == f"/{name}"]


@contextmanager
def dump_server(files: dict[str, Served]) -> Iterator[DumpServer]:
    told = DumpServer(files)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            told.seen.append((self.path, self.headers))
            self.close_connection = True
            served = told.files.get(self.path.lstrip("/"))
            if served is None or served.statuses:
                self._headers(served.statuses.pop(0) if served else 404, b"", {})
                return
            self._answer(served)

        def _answer(self, served: Served) -> None:
            told_of = {"ETag": served.etag, "Last-Modified": served.modified}
            headers = {name: value for name, value in told_of.items() if value}
            if served.etag and self.headers.get("If-None-Match") == served.etag:
                self._headers(304, None, headers)
                return
            status, body = 200, served.body
            asked = self.headers.get("Range", "")
            guard = self.headers.get("If-Range")
            fits = not served.heeds_if_range or guard is None or guard in (served.etag, served.modified)
            if asked and served.ranges and fits:
                start = int(asked.removeprefix("bytes=").rstrip("-"))
                if start >= len(served.body):
                    self._headers(416, b"", {"Content-Range": f"bytes */{len(served.body)}"})
                    return
                status, body = 206, served.body[start:]
                headers["Content-Range"] = f"bytes {start}-{len(served.body) - 1}/{len(served.body)}"
            headers["Content-Type"] = served.content_type
            keep = served.drops.pop(0) if served.drops else len(body)
            if served.tells_length:
                headers["Content-Length"] = str(len(body) + served.excess)
            self._headers(status, None, headers)
            self.wfile.write(body[:keep])

        def _headers(self, status: int, body: bytes | None, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Connection": "close"}.items():
                self.send_header(name, value)
            if body is not None:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if body:
                self.wfile.write(body)

    with serving(Handler) as told.url:
        yield told
