"""What articles say shows as text in the map's page; in a real Chromium."""

from dataclasses import replace
from pathlib import Path

import pytest

from .map_page import Opened, in_browser, written
from .sample_reports import ARTICLE, at, merged, report, unlocated

pytestmark = in_browser
HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "`${alert(1)}`", "${alert(1)}", "\"'><svg onload=alert(1)>", "{{ 7 * 7 }}", "a\\u003cb\\",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(opened: Opened, tmp_path: Path, text: str) -> None:
    article = replace(ARTICLE, title=text, outlet=text, url="javascript:alert(1)")
    words = dict.fromkeys(("quote", "place_name", "place_text", "attribution", "perpetrator", "target",
                           "weapon", "admin1", "place_reason", "toll_text"), text)  # fmt: skip
    reports = [
        merged(({}, {"source": "Other", "perpetrator": f"{text}!"}), base=report(article=article, **words)),
        at("province", text, 34.0, 37.0, 20.0),
        unlocated(id=text, place_text=text, quote=text),
    ]
    page = opened.open(written(tmp_path, reports, title=text))
    assert page.title() == text
    assert page.locator("#title").text_content() == text
    page.locator(".row", has_text="2 sources").click()
    card = page.locator("#card")
    assert card.locator("blockquote").text_content() == text
    assert card.locator("mark").text_content() == text
    assert f"{text}! (alleged)" in (card.locator(".claims").text_content() or "")
    assert card.locator("a, script, img").count() == 0
    page.locator("#card-close").click()
    page.locator(".row", has_text="not on the map").click()
    assert f"the article says “{text}”" in (card.text_content() or "")
    page.locator("#search").fill(text)
    page.wait_for_timeout(300)
    page.get_by_role("tab", name="Filters").click()
    assert text in page.locator("#filters").text_content()  # type: ignore[operator]
    assert text in page.locator("#chips").text_content()  # type: ignore[operator]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert text in page.locator("#printed").text_content()  # type: ignore[operator]
    assert page.locator("body script[src], body iframe, body img:not(.map-print)").count() == 0
