"""Every kind of input, and every way in which one can be wrong: one line each, and the rest goes on."""

import json
import os
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from articles import Article, ArticleError, BadArticle, UnreadableInput, read_articles, read_jsonl

TEXT = "Shells fell on the market on Tuesday, killing four people, a doctor said."
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Market hit</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2019-10-05"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Market hit</h1><p>{TEXT}</p>
<p>The hospital in the next town took in the wounded, among them two children, its director told
The Example.</p></article><div id="comments"><p>They had it coming, I say.</p></div></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>
<language>en-us</language><item><guid>g1</guid><title>Market &amp;amp; mosque hit</title>
<link>https://example.org/1</link><pubDate>Sat, 05 Oct 2019 23:30:00 -0500</pubDate>
<description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;
&lt;p&gt;More.&lt;/p&gt;</description></item><item><guid>g2</guid><title>Nothing</title></item></channel></rss>"""


def read(*inputs: str | Path) -> list[Article | ArticleError]:
    return list(read_articles(inputs))


def only(*inputs: str | Path) -> Article:
    (found,) = read(*inputs)
    assert isinstance(found, Article), found
    return found


def problem(*inputs: str | Path) -> ArticleError:
    (found,) = read(*inputs)
    assert isinstance(found, ArticleError)
    assert "\n" not in str(found)
    assert str(inputs[0]) in str(found)
    return found


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.txt", "Headline\r\n\r\n" + TEXT))
    assert article.text == "Headline\n\n" + TEXT
    assert article.title == ""
    assert article.id.startswith("a-") and len(article.id) == 18


def test_the_same_words_give_the_same_id(tmp_path: Path) -> None:
    one = only(write(tmp_path / "a.txt", TEXT))
    two = only(write(tmp_path / "b.md", TEXT))
    assert one.id == two.id
    assert one.id != only(write(tmp_path / "c.txt", TEXT + " More.")).id


def test_page(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.html", PAGE))
    assert article.title == "Market hit"
    assert TEXT in article.text
    assert "coming" not in article.text and "Home" not in article.text
    assert (article.published, article.outlet, article.language) == (date(2019, 10, 5), "The Example", "en")


def test_page_in_its_declared_charset(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("a doctor", "a café owner")
    assert "café" in only(write(tmp_path / "a.html", page.encode("cp1252"))).text


def test_page_without_an_article(tmp_path: Path) -> None:
    assert isinstance(problem(write(tmp_path / "a.html", "<html><body></body></html>")), BadArticle)


def test_feed(tmp_path: Path) -> None:
    article, empty = read(write(tmp_path / "a.xml", FEED))
    assert isinstance(article, Article) and isinstance(empty, BadArticle)
    assert (article.id, article.title, article.text) == ("g1", "Market & mosque hit", TEXT + "\nMore.")
    assert (article.url, article.outlet, article.language) == ("https://example.org/1", "The Example", "en")
    assert article.published == date(2019, 10, 5)  # the outlet's day, not the one in UTC
    assert str(empty.source).endswith("a.xml:2")


def test_no_feed(tmp_path: Path) -> None:
    assert isinstance(problem(write(tmp_path / "a.rss", "not a feed at all")), UnreadableInput)


def test_table_finds_its_columns(tmp_path: Path) -> None:
    table = f'ID,Headline,Date,BODY,Outlet,Link,Rating\n7,Hit,2019-10-05,"{TEXT}",Ex,https://example.org,3\n'
    article = only(write(tmp_path / "a.csv", table))
    assert (article.id, article.title, article.text, article.outlet) == ("7", "Hit", TEXT, "Ex")
    assert (article.published, article.url) == (date(2019, 10, 5), "https://example.org")
    assert article.extra == {"Rating": "3"}


@pytest.mark.parametrize(("suffix", "delimiter"), [("csv", ";"), ("csv", "\t"), ("tsv", "\t"), ("csv", "|")])
def test_table_delimiters(tmp_path: Path, suffix: str, delimiter: str) -> None:
    rows = f"title{delimiter}text\nHit{delimiter}Four people were killed.\n"
    assert only(write(tmp_path / f"a.{suffix}", rows)).text == "Four people were killed."


def test_table_in_another_encoding(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.csv", "text\nUn obús mató a niños en la región.\n".encode("cp1252")))
    assert article.text == "Un obús mató a niños en la región."
    assert len(article.notes) == 1 and "encoding" in article.notes[0]


def test_table_in_utf16(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.csv", "text\nNiños.\n".encode("utf-16"))).text == "Niños."


def test_table_rows_that_are_wrong(tmp_path: Path) -> None:
    rows = 'title,text\nA,First.\nB\nC,two, cells\nD,"x"y"\nE,Last.\n'
    found = read(write(tmp_path / "a.csv", rows))
    assert [type(item) for item in found] == [Article, BadArticle, BadArticle, BadArticle, Article]
    assert [str(item.source).rpartition(":")[2] for item in found] == ["1", "2", "3", "4", "5"]


def test_table_with_a_quote_never_closed_says_that_rows_are_lost(tmp_path: Path) -> None:
    first, error = read(write(tmp_path / "a.csv", 'text\nFirst.\n"Second\nThird\n'))
    assert isinstance(first, Article)
    assert "those after it are lost" in str(error)


def test_table_without_a_text_column(tmp_path: Path) -> None:
    error = problem(write(tmp_path / "a.csv", "name,age\nx,3\n"))
    assert isinstance(error, UnreadableInput)
    assert "name, age" in str(error) and "text, body" in str(error)


def test_json_lines_go_on_after_a_broken_line(tmp_path: Path) -> None:
    lines = [
        '{"text": "One."}', '{"text": "Two."}', '{"text": "Thr', '{"text": "Four."}', "", "[1]",
        '{"text": 5}', '{"title": "No text"}', '{"title": "T", "text": " "}', "[" * 100_000,
        '{"text": "Last."}',
    ]  # fmt: skip
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [item.text for item in found if isinstance(item, Article)] == ["One.", "Two.", "Four.", "Last."]
    errors = [item for item in found if isinstance(item, ArticleError)]
    assert [error.source.line for error in errors] == [3, 6, 7, 8, 9, 10]
    assert all(isinstance(error, BadArticle) and "\n" not in str(error) for error in errors)


def test_json_lines_with_one_line_of_another_encoding(tmp_path: Path) -> None:
    raw = b'{"text": "One."}\n{"text": "caf\xe9"}\n{"text": "Three."}\n'
    found = read(write(tmp_path / "a.jsonl", raw))
    assert [type(item) for item in found] == [Article, BadArticle, Article]
    assert "UTF-8" in str(found[1])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    raw = '{"text": "Niños."}\n{"text": "Two."}'.encode(encoding)
    assert [item.text for item in read(write(tmp_path / "a.jsonl", raw)) if isinstance(item, Article)] == [
        "Niños.", "Two.",
    ]  # fmt: skip


def test_a_line_too_long_is_named_and_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.jsonl.LINE_LIMIT", 64)
    path = write(tmp_path / "a.jsonl", '{"text": "One."}\n' + "x" * 1000 + '\n{"text": "Three."}\n')
    found = read(path)
    assert [type(item) for item in found] == [Article, BadArticle, Article]
    assert found[2].source is not None and found[2].source.line == 3


def test_the_keys_of_a_line(tmp_path: Path) -> None:
    record = {
        "id": 12, "url": "https://example.org", "title": "T", "text": " a\r\nb ",
        "published": "2019-10-05T23:00-05:00", "source": "Ex", "language": "en", "spans": [[1, 2]],
        "rating": {"a": [1]},
    }  # fmt: skip
    (article,) = read_jsonl(write(tmp_path / "any.name", json.dumps(record)))
    assert isinstance(article, Article)
    assert article.text == " a\r\nb "  # to the letter
    assert (article.id, article.published, article.outlet) == ("12", date(2019, 10, 5), "Ex")
    assert article.asked_spans == ((1, 2),)
    assert article.extra == {"rating": {"a": [1]}}
    assert article.notes == ()


def test_what_is_odd_but_can_be_passed_over_is_noted(tmp_path: Path) -> None:
    line = '{"text": "One.", "published": "last week", "title": ["x"], "source": {"name": "Ex"}}'
    article = only(write(tmp_path / "a.jsonl", line))
    assert (article.published, article.title, article.outlet) == (None, "", None)
    assert len(article.notes) == 3
    assert all("a.jsonl:1: " in note for note in article.notes)


@pytest.mark.parametrize(
    "spans", ['"x"', "[1, 2]", "[[1]]", "[[2, 1]]", "[[0, 99]]", "[[-1, 2]]", "[[0, true]]"]
)
def test_spans_that_do_not_lie_in_the_text(tmp_path: Path, spans: str) -> None:
    error = problem(write(tmp_path / "a.jsonl", f'{{"text": "Four.", "spans": {spans}}}'))
    assert isinstance(error, BadArticle) and "span" in str(error)


def test_half_a_surrogate_pair_can_still_be_written(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.jsonl", '{"text": "a \\ud83d b", "x": ["\\uDE00"], "y": NaN}'))
    assert article.text == "a � b"
    assert article.extra == {"x": ["�"], "y": None}


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        ('{\n "text": "One."\n}', ["One."]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
    ids=["array", "object", "lines"],
)
def test_json_documents(tmp_path: Path, content: str, texts: list[str]) -> None:
    found = read(write(tmp_path / "a.json", content))
    assert [item.text for item in found if isinstance(item, Article)] == texts


def test_a_broken_json_array(tmp_path: Path) -> None:
    error = problem(write(tmp_path / "a.json", '[{"text": "One."},\n{"text": ]'))
    assert isinstance(error, UnreadableInput) and "line 2" in str(error)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\x7fELF\x00\x01\x02", "binary"),
        (b"%PDF-1.4 text", "PDF"),
        (b"\xff\xfea\x00b", "encoding"),
    ],
    ids=["empty", "binary", "pdf", "broken utf-16"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.unknown"])
def test_inputs_that_are_no_text(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    error = problem(write(tmp_path / name, content))
    assert isinstance(error, UnreadableInput) and word in str(error)


def test_blank_text(tmp_path: Path) -> None:
    assert isinstance(problem(write(tmp_path / "a.txt", " \n\n \t\n")), BadArticle)


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", "\n\n"), ("a.csv", "text\n"), ("a.json", "[]")])
def test_an_input_that_holds_no_article_says_so(tmp_path: Path, name: str, content: str) -> None:
    assert isinstance(problem(write(tmp_path / name, content)), UnreadableInput)


def test_a_missing_file(tmp_path: Path) -> None:
    error = problem(tmp_path / "nowhere.txt")
    assert isinstance(error, UnreadableInput) and "no such file" in str(error)


@pytest.mark.parametrize(
    ("content", "title"),
    [('{"text": "One.", "title": "J"}\n', "J"), (PAGE, "Market hit"), ("Plain words.", "")],
    ids=["json lines", "page", "text"],
)
def test_an_unknown_suffix_goes_by_content(tmp_path: Path, content: str, title: str) -> None:
    assert only(write(tmp_path / "a.dat", content)).title == title


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "c.txt", "Third.")
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "b" / "x.jsonl", '{"text": "In b."}')
    write(tmp_path / ".hidden.txt", "Hidden.")
    write(tmp_path / ".git" / "y.txt", "Hidden.")
    found = [item.text for item in read(tmp_path) if isinstance(item, Article)]
    assert found == ["First.", "Third.", "In b."]


def test_a_broken_link_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (error,) = read(tmp_path)
    assert isinstance(error, UnreadableInput) and "a.txt" in str(error)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path / "a.txt", TEXT)
    assert only(tmp_path).text == TEXT


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    article = only(tmp_path)
    assert article.source is not None
    assert article.source.name.endswith("a\ufffd.txt")


def test_xml_that_is_no_feed(tmp_path: Path) -> None:
    assert isinstance(problem(write(tmp_path / "a.xml", "<?xml version='1.0'?><gpx></gpx>")), UnreadableInput)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert isinstance(problem(tmp_path), UnreadableInput)


def test_what_follows_a_wrong_input_is_read(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", TEXT)
    found = read(tmp_path / "nowhere", good, tmp_path / "elsewhere")
    assert [type(item) for item in found] == [UnreadableInput, Article, UnreadableInput]


@pytest.mark.parametrize(
    ("content", "texts"), [('{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]), ("Words.", ["Words."])]
)
def test_standard_input(content: str, texts: list[str]) -> None:
    found = list(read_articles(["-"], stdin=BytesIO(content.encode())))
    assert [item.text for item in found if isinstance(item, Article)] == texts


def test_standard_input_of_json_lines_names_the_line() -> None:
    good, bad = read_jsonl("-", stdin=BytesIO(b'{"text": "A."}\n{broken\n'))
    assert isinstance(good, Article)
    assert str(bad).startswith("-:2: ")


def test_a_text_given_for_json_lines_is_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "A line of words.\n\n" * 40)
    (problem,) = read_jsonl(path)
    assert isinstance(problem, UnreadableInput)
    assert str(problem).startswith(f"{path}: is no JSON Lines: its first 20 lines are no JSON objects; ")


@pytest.mark.parametrize("broken", [1, 19])
def test_some_broken_lines_first_are_one_line_each(tmp_path: Path, broken: int) -> None:
    path = write(tmp_path / "a.jsonl", "{broken\n" * broken + '{"text": "A."}\n' + "{broken\n" * 40)
    *bad, good = list(read_jsonl(path))[: broken + 1]
    assert isinstance(good, Article) and all(isinstance(item, BadArticle) for item in bad)
    assert len(list(read_jsonl(path))) == broken + 41


def test_a_short_file_of_broken_lines_names_each(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "{\n[]\n")
    bad = [item for item in read_jsonl(path) if isinstance(item, BadArticle)]
    assert [item.source.line for item in bad] == [1, 2]


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "One."}\n' * 3)
    articles = read_jsonl(path)
    first = next(articles)
    with path.open("ab") as file:
        file.write(b"x" * 100_000)
    assert isinstance(first, Article)
    articles.close()  # type: ignore[attr-defined]


def test_addresses_go_by_their_media_type(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/page").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    httpserver.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    httpserver.expect_request("/xml").respond_with_data(FEED, content_type="text/xml")
    httpserver.expect_request("/a.jsonl").respond_with_data('{"text": "A."}', content_type="text/plain")
    page = only(httpserver.url_for("/page"))
    assert (page.title, page.url) == ("Market hit", httpserver.url_for("/page"))
    assert len(read(httpserver.url_for("/feed"))) == len(read(httpserver.url_for("/xml"))) == 2
    assert only(httpserver.url_for("/a.jsonl")).text == "A."


def test_an_address_that_is_not_found(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/gone").respond_with_data("", status=404)
    assert "404" in str(problem(httpserver.url_for("/gone")))


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    import subprocess

    code = "import sys, articles; print([m for m in ('trafilatura', 'feedparser') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("given", [".", "news", "news/../news"])
def test_a_folder_to_be_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("news/a.txt", "news/out/b.txt", "news/out/state/c.txt", "news/output.txt"):
        write_below(tmp_path / path)
    found = [a.source.name for a in read_articles([given], skip=Path("news/out")) if a.source is not None]
    assert [Path(name).name for name in found] == ["a.txt", "output.txt"]
    (nothing,) = read_articles(["news/out"], skip=tmp_path / "news" / "out")
    assert "holds no files" in str(nothing)
    assert len(list(read_articles(["news/out/b.txt"], skip=Path("news/out")))) == 1


def write_below(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, TEXT)


def test_a_table_on_standard_input_is_a_table() -> None:
    rows = b"id,published,text\n1,2025-08-13,A bomb went off.\n2,2025-09-02,Nobody was hurt.\n"
    first, second = read_articles(["-"], stdin=BytesIO(rows))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, str(first.published), second.text) == ("1", "2025-08-13", "Nobody was hurt.")


def test_a_first_line_with_commas_is_no_header() -> None:
    (article,) = read_articles(["-"], stdin=BytesIO(b"Kabul, Herat, text\xe2\x80\xa6\nA bomb went off.\n"))
    assert isinstance(article, Article) and article.text.startswith("Kabul, Herat")
