import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from geo.writers import outputs_named, write_outputs

from .sample_reports import ARTICLE, at, look, many, mixed, report

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`${alert(1)}`",
    "${alert(1)} {{ 7 * 7 }} {% raw %}",
    "\"quoted\" 'and' \\back\\",
    "<!-- <script>",
    "line\u2028separator\u2029here",
)


def page_of(folder: Path, *reports: dict, title: str = "A title") -> str:  # type: ignore[type-arg]
    write_outputs(folder, reports, outputs_named(["map"]), look(title))
    return (folder / "map.html").read_text("utf-8")


def test_a_page_asks_nobody_for_anything(tmp_path: Path) -> None:
    page = page_of(tmp_path, *mixed())
    assert not re.search(r"<(?:script|img|iframe)[^>]+src=|<link|@import|url\((?!#)", page)
    for host in ("jsdelivr", "cdnjs", "jquery", "bootstrap", "fontawesome", "code.jquery"):
        assert host not in page.lower(), host


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    assert page_of(tmp_path, *mixed()) == page_of(tmp_path, *mixed())


def test_only_the_pages_own_scripts_may_run(tmp_path: Path) -> None:
    page = page_of(tmp_path, *mixed())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert "default-src 'none'" in policy[1]
    assert "script-src 'sha256-" in policy[1]
    assert "unsafe-eval" not in policy[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_article_says_never_leaves_its_json(tmp_path: Path, text: str) -> None:
    plain = page_of(tmp_path, report())
    page = page_of(tmp_path, report(quote=text, place_name=text, attribution=text), title=text)
    assert page.count("<script") == plain.count("<script")
    assert page.count("</script") == plain.count("</script")
    assert page.count("<!--") == plain.count("<!--")
    block = re.search(r'id="conflictmap-data">(.*?)</script>', page, flags=re.DOTALL)
    assert block is not None
    assert json.loads(block[1])["columns"]["quote"] == [text]
    assert ("{{ 7 * 7 }}" in page) == ("7 * 7" in text)


def test_no_reports_still_give_a_page(tmp_path: Path) -> None:
    assert "conflictmap-data" in page_of(tmp_path)


def test_a_wrong_report_leaves_the_old_page(tmp_path: Path) -> None:
    (tmp_path / "map.html").write_text("old")
    with pytest.raises(ValueError, match="no event_type"):
        page_of(tmp_path, report() | {"event_type": "War"})
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("map.html", "old")]


def test_half_a_character_does_not_stop_it(tmp_path: Path) -> None:
    assert "\ud83d" not in page_of(tmp_path, report(quote="broken \ud83d here"), title="\ud83d")


def test_ten_thousand_events_stay_under_eight_megabytes(tmp_path: Path) -> None:
    write_outputs(tmp_path, many(10_000), outputs_named(["map"]), look("Many"))
    assert (tmp_path / "map.html").stat().st_size < 8_000_000


def test_links_are_only_made_for_the_web(tmp_path: Path) -> None:
    page = page_of(tmp_path, report(article=replace(ARTICLE, url="javascript:alert(1)")))
    assert "javascript:" not in page.partition("conflictmap-data")[2]


def test_geo_does_not_load_folium() -> None:
    code = "import geo, geo.merge, geo.conventions, geo.geometry, sys; sys.exit('folium' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_outlines_and_further_sources_are_in_the_page(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}
    reports = [at("province", "Idlib", 35.5, 36.5, 60.0)]
    write_outputs(
        tmp_path, reports, outputs_named(["map"]), look("T", "OCHA </script> COD-AB"), lambda _: square
    )
    page = (tmp_path / "map.html").read_text("utf-8")
    assert '"outlines":[[[[360000,350000,10000,0,0,10000,-10000,0]]]]' in page
    assert "OCHA \\u003c/script\\u003e COD-AB" in page
