"""HTTP against a server on the loopback: what is tried again, what is not, and what each failure says."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version

import pytest
import stamina
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from articles import Source, UnreadableInput, may_pass
from articles.fetch import LIMITS, fetch

QUICK = replace(LIMITS, timeout=2.0, attempts=3, longest_wait=0.02)


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


def test_body_type_charset_and_address(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/old").respond_with_data(
        "", status=301, headers={"Location": httpserver.url_for("/new")}
    )
    httpserver.expect_request("/new").respond_with_data(b"caf\xe9", content_type="Text/HTML; charset=cp1252")
    fetched = fetch(httpserver.url_for("/old"), QUICK)
    assert fetched.body == b"caf\xe9"
    assert (fetched.content_type, fetched.charset) == ("text/html", "cp1252")
    assert fetched.url == httpserver.url_for("/new")


def test_it_says_who_it_is(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_handler(
        lambda request: Response(request.headers.get("User-Agent", ""))
    )
    told = fetch(httpserver.url_for("/"), QUICK).body.decode()
    assert told == f"conflictmap/{version('conflictmap')} (reads news on armed conflict)"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_tried_again(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_ordered_request("/").respond_with_data("", status=status, headers={"Retry-After": "1"})
    httpserver.expect_ordered_request("/").respond_with_data("here")
    assert fetch(httpserver.url_for("/"), QUICK).body == b"here"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_lasting_failure_is_not(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/").respond_with_data("", status=status)
    with pytest.raises(UnreadableInput, match=str(status)):
        fetch(httpserver.url_for("/"), QUICK)
    assert len(httpserver.log) == 1


def test_it_gives_up_in_the_end(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("", status=503)
    with pytest.raises(UnreadableInput, match="503"):
        fetch(httpserver.url_for("/"), QUICK)
    assert len(httpserver.log) == 3


def test_a_dropped_connection_is_tried_again(httpserver: HTTPServer) -> None:
    calls: list[int] = []

    def drop_once(request: Request) -> Response:
        calls.append(1)
        if len(calls) == 1:
            connection = request.environ["werkzeug.socket"]
            connection.shutdown(socket.SHUT_RDWR)
        return Response("here")

    httpserver.expect_request("/").respond_with_handler(drop_once)
    assert fetch(httpserver.url_for("/"), QUICK).body == b"here"
    assert len(calls) == 2


def test_a_slow_server_is_given_up(httpserver: HTTPServer) -> None:
    import time

    def sleep(request: Request) -> Response:
        time.sleep(0.4)
        return Response("late")

    httpserver.expect_request("/").respond_with_handler(sleep)
    with pytest.raises(UnreadableInput, match="in time"):
        fetch(httpserver.url_for("/"), replace(QUICK, timeout=0.1, attempts=1))


def test_a_body_that_drips_for_ever_is_given_up(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x" * 1000)
    with pytest.raises(UnreadableInput, match="in time"):
        fetch(httpserver.url_for("/"), replace(QUICK, whole=-1.0))


def test_too_large(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x" * 5000)
    with pytest.raises(UnreadableInput, match="larger"):
        fetch(httpserver.url_for("/"), replace(QUICK, size=1000))
    assert len(httpserver.log) == 1


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", QUICK)


@pytest.mark.parametrize("url", ["http://", "http://[bad", "http://exa mple/"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UnreadableInput):
        fetch(url, QUICK)


def failure(url: str, **limits: float) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        fetch(url, replace(QUICK, **limits))  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(("status", "passes"), [(503, True), (429, True), (404, False), (403, False)])
def test_which_answers_may_pass(httpserver: HTTPServer, status: int, passes: bool) -> None:
    httpserver.expect_request("/").respond_with_data("", status=status)
    assert may_pass(failure(httpserver.url_for("/"))) is passes


def test_no_answer_may_pass_and_what_was_too_large_or_no_address_does_not(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x" * 5000)
    assert may_pass(failure(httpserver.url_for("/"), whole=-1.0))
    assert not may_pass(failure(httpserver.url_for("/"), size=1000))
    assert not may_pass(failure("http://"))
    assert not may_pass(UnreadableInput(Source("https://example.org"), "is empty", "give another"))
