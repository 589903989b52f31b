"""A record comes back as it was written, or says that it cannot."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from articles import Source
from store.record import ForeignRecord, Record, content_of, contract_form, head_of, origin_of
from tests.store.samples import ARTICLE, EVENT, record


def test_line_and_back() -> None:
    line = record().line()
    back = Record.of_line(line.encode())
    assert line.count("\n") == 1 and line.isascii()
    assert back.events == (EVENT,)
    assert replace(back.article, source=ARTICLE.source) == ARTICLE
    assert (back.program, back.updated, back.origin) == ("1.0", "2021-04-04T00:00:00+00:00", ARTICLE.url)


def test_contract_form_has_the_contracts_keys_in_order_then_the_unknown() -> None:
    form = contract_form(ARTICLE)
    assert list(form) == ["id", "url", "title", "text", "published", "source", "language", "desk"]
    assert form["published"] == "2021-04-03" and form["source"] == "Example News"


def test_an_unknown_key_never_replaces_a_known_one() -> None:
    assert contract_form(replace(ARTICLE, extra={"text": "other"}))["text"] == ARTICLE.text


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"text": "other"}, False),
        ({"published": date(2021, 4, 2)}, False),
        ({"outlet": None}, False),
        ({"source": Source("moved.jsonl", 7)}, True),
        ({"extra": {}}, True),
    ],
)
def test_content_changes_with_all_that_events_depend_on(change: dict[str, object], same: bool) -> None:
    assert (content_of(replace(ARTICLE, **change)) == content_of(ARTICLE)) is same  # type: ignore[arg-type]


def test_origin_is_the_url_else_the_input() -> None:
    assert origin_of(ARTICLE) == "https://example.org/a1"
    bare = replace(ARTICLE, url=None)
    assert origin_of(bare) == str(Path("news.jsonl").resolve())
    table = "https://example.org/f.csv"
    assert origin_of(replace(bare, source=Source(table, 1))) == table
    assert origin_of(replace(bare, source=None)) == origin_of(replace(bare, source=Source("-", 1))) == ""


def test_an_event_of_another_version_is_foreign_but_its_head_is_known() -> None:
    raw = json.loads(record().line())
    del raw["events"][0]["weapon"]
    line = json.dumps(raw).encode()
    head = head_of(line)
    assert (head.article_id, head.program, head.readable) == ("a1", "1.0", False)
    with pytest.raises(ForeignRecord, match="keys"):
        Record.of_line(line)


@pytest.mark.parametrize("line", [b"", b"nonsense\n", b"[]\n", b"null\n", b'{"article": 3}\n', b"\xff\xfe\n"])
def test_damage_is_foreign(line: bytes) -> None:
    with pytest.raises(ForeignRecord):
        head_of(line)
    with pytest.raises(ForeignRecord):
        Record.of_line(line)
