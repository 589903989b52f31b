"""What an output folder remembers: the records of every article read so far, in `state/records.jsonl`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from articles import Article
from geo.writers.atomic import replacing_bytes
from store.record import ForeignRecord, Head, Record, content_of, head_of, origin_of

Standing = Literal["new", "changed", "seen"]
Twin = Literal["kept", "replaced"]
Key = tuple[str, str]
"""An article's id and origin."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the memory says of an article that a run has come upon."""

    standing: Standing
    """Read before as it is now (`seen`), in another form (`changed`), or not."""
    origin: str
    """Where its record is to say that it comes from."""
    twin: Twin | None = None
    """Where this run has met other words under the same id in the same input, told once for each id: both
    are `kept`, or the later ones take the place of the earlier (`replaced`), for they have one URL."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The newest record of an article and where its line starts."""

    head: Head
    offset: int


class Memory:
    """The records of a folder: appended batch by batch, the last one of an article counts.

    Two articles are the same if they have the same id and the same content, or the same id and the same
    origin (then the article was changed, and its new record takes the place of the old one). An equal id
    alone is not enough: tables number their rows from 1, each of them. Nor are id and file within one run:
    without URLs, the articles of one file that share an id are told apart by numbers (`file#2`). Articles
    of one id and one URL are versions of one article, and the last one that a run comes upon counts.
    Only whole lines count. A line that a crash cut off is taken away when the folder is opened next, and its
    article is read again. Records whose events have the keys of another version are kept, not given out, and
    their articles are read again when they come. Hold the folder's lock while you use one; a run is the life
    of a Memory.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "records.jsonl"
        self._entries: dict[str, list[_Entry]] = {}
        self._met: dict[Key, str] = {}
        """The content of the article that this run last came upon under an id and origin."""
        self._first: dict[Key, Key | None] = {}
        """Id and input -> content and origin of the first such article of this run; None once told of."""
        self._superseded = 0
        self.broken = 0
        """Lines that are no records at all: damage. They are left out."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        self._read()

    def __len__(self) -> int:
        return sum(1 for _ in self._current())

    @property
    def programs(self) -> Counter[str]:
        """How many of the articles were read by which version of the program."""
        return Counter(entry.head.program for entry in self._current())

    @property
    def unreadable(self) -> int:
        """How many records wait for their article to be read again, because another version wrote them."""
        return sum(1 for entry in self._current() if not entry.head.readable)

    def meet(self, article: Article) -> Meeting:
        """Whether the article was read before, and under which origin to keep it. Ask in input order."""
        content = content_of(article)
        heads = [entry.head for entry in self._entries.get(article.id, ())]
        same = next((h for h in heads if h.content == content and self._stands(article.id, h)), None)
        origin = same.origin if same else self._origin(article, content)
        if origin:
            self._met[article.id, origin] = content
        twin = self._twin(article, content, origin)
        if same is not None and same.readable:
            return Meeting("seen", origin, twin)
        changed = same is not None or (origin and any(head.origin == origin for head in heads))
        return Meeting("changed" if changed else "new", origin, twin)

    def add(self, records: Iterable[Record]) -> None:
        """Append records; they are on the disk when this returns."""
        with self.path.open("ab") as file:
            for record in records:
                offset = file.tell()
                file.write(record.line().encode("ascii"))
                head = Head(record.article.id, record.origin, record.content, record.program, readable=True)
                self._note(head, offset)
            file.flush()
            os.fsync(file.fileno())

    def records(self) -> Iterator[Record]:
        """The current record of every article, in the order in which they were written; one at a time."""
        offsets = {entry.offset for entry in self._current() if entry.head.readable}
        for offset, line in self._lines():
            if offset in offsets:
                yield Record.of_line(line)

    def compact(self) -> None:
        """Rewrite the file without the records that others took the place of, if there are any."""
        if not self._superseded and not self.broken:
            return
        offsets = {entry.offset for entry in self._current()}
        with replacing_bytes(self.path) as file:
            file.writelines(line for offset, line in self._lines() if offset in offsets)
        self._entries.clear()
        self._superseded = self.broken = 0
        self._read()

    def _stands(self, article_id: str, head: Head) -> bool:
        """Whether a record is still the last word: this run has come upon no other one in its place."""
        return self._met.get((article_id, head.origin), head.content) == head.content

    def _origin(self, article: Article, content: str) -> str:
        """The article's origin, numbered where this run has met another article of the same id and file."""
        base = origin_of(article)
        if article.url or not base:
            return base
        numbered = (base if number == 1 else f"{base}#{number}" for number in count(1))
        return next(one for one in numbered if self._met.get((article.id, one), content) == content)

    def _twin(self, article: Article, content: str, origin: str) -> Twin | None:
        key = article.id, article.source.name if article.source else ""
        first = self._first.setdefault(key, (content, origin))
        if first is None or first[0] == content:
            return None
        self._first[key] = None
        return "replaced" if origin and first[1] == origin else "kept"

    def _current(self) -> Iterator[_Entry]:
        return (entry for entries in self._entries.values() for entry in entries)

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        with self.path.open("rb") as file:
            offset = 0
            for line in file:
                yield offset, line
                offset += len(line)

    def _read(self) -> None:
        for offset, line in self._lines():
            if not line.endswith(b"\n"):
                os.truncate(self.path, offset)
                return
            try:
                self._note(head_of(line), offset)
            except ForeignRecord:
                self.broken += 1

    def _note(self, head: Head, offset: int) -> None:
        entries = self._entries.setdefault(head.article_id, [])
        kept = [e for e in entries if e.head.content != head.content and not _same_origin(e.head, head)]
        self._superseded += len(entries) - len(kept)
        entries[:] = [*kept, _Entry(head, offset)]


def _same_origin(one: Head, other: Head) -> bool:
    return one.origin != "" and one.origin == other.origin
