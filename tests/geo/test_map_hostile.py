"""Two hundred hostile texts in every field of a map in a real Chromium: they show as text and do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from geo.plain_text import plain_text
from geo.writers import outputs_named, write_outputs

from .hostile import HOSTILE, LINKS, NAMES, SCRIPTS, TEMPLATES, hostile_reports
from .map_page import Opened, in_browser, written
from .sample_reports import look

pytestmark = in_browser


def shown(text: str) -> str:
    """What a page shows of a text: no marks of direction, signs for controls and for half characters."""
    return plain_text(text).encode("utf-8", "replace").decode()


TEXTS = [shown(text) for text in HOSTILE]
IN_EACH_CARD = """() => {
  const {model, state} = map_map.reading, card = document.getElementById("card");
  return Array.from({length: model.count}, (_, i) => {
    state.select(i, "list");
    const text = (query) => [...card.querySelectorAll(query)].map((node) => node.textContent);
    const links = [...card.querySelectorAll("a")].map((link) => link.href);
    const made = card.querySelectorAll("script, img, svg:not(.swatch), iframe, style, input, form").length;
    return {quote: text("blockquote")[0], told: text("dd"), claims: text(".claims th, .claims td"),
      sources: text(".sources li"), why: text(".why p"), links, made};
  });
}"""


@pytest.fixture(scope="module")
def view(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The map of all of them, opened once; it asks for nothing and complains of nothing."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    opened = Opened(page)
    opened.open(written(tmp_path_factory.mktemp("hostile"), hostile_reports(), title=" | ".join(HOSTILE)))
    yield opened
    page.close()
    assert opened.trouble == []
    assert opened.asked == []


@pytest.fixture(autouse=True)
def harmless(view: Opened) -> Iterator[None]:
    """After each test: no dialog, no error, no request, no prototype changed."""
    yield
    view.page.wait_for_timeout(50)
    assert view.trouble == []
    assert view.asked == []
    assert view.page.evaluate("({}).polluted === undefined && [].polluted === undefined")


def test_there_are_two_hundred_different_ones() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) == 200


def test_each_stands_in_its_card_as_text(view: Opened) -> None:
    cards: list[dict[str, Any]] = view.page.evaluate(IN_EACH_CARD)
    assert len(cards) == len(TEXTS)
    for n, (text, card) in enumerate(zip(TEXTS, cards, strict=True)):
        assert card["quote"] == text
        assert card["made"] == 0, text
        assert sum(text in told for told in card["told"]) >= 5, text  # where, by, against, with, who says so
        assert {text, f"{text}!"} <= set(card["claims"])
        assert len(card["sources"]) == 2 and all(text in source for source in card["sources"])
        assert any(text in why for why in card["why"])
        assert all(link.startswith(("https://", "http://")) for link in card["links"])
        assert sum(link == f"https://b.example/{n}" for link in card["links"]) == 2
    view.page.evaluate("map_map.reading.state.select(null, 'list')")


def test_each_stands_in_a_row_of_the_list(view: Opened) -> None:
    rows = view.page.evaluate("""async () => {
      const list = document.getElementById("list"), found = new Map();
      for (let top = 0; top <= list.scrollHeight; top += 300) {
        list.scrollTop = top;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        for (const row of list.querySelectorAll("[role=option]")) {
          found.set(row.dataset.event, row.textContent);
        }
      }
      const made = list.querySelectorAll("script, img, iframe, a").length;
      return [found.size, made, [...found.values()].join("\\n")];
    }""")
    assert rows[:2] == [200, 0]
    assert [text for text in TEXTS if text[:100] not in rows[2]] == []


def test_each_stands_in_the_tip_over_its_sign(view: Opened) -> None:
    tips = view.page.evaluate("""() => map_map.reading.model.columns.lat.reduce((all, lat, i) => {
      if (Number.isNaN(lat)) return all;
      map_map.drawing.point(i);
      const tip = document.querySelector(".map-tip");
      all.push([i, tip.textContent, tip.querySelectorAll("script, img, iframe").length]);
      map_map.drawing.point(null);
      return all;
    }, [])""")
    assert len(tips) == 150
    for i, tip, made in tips:
        assert (TEXTS[i] in tip, made) == (True, 0), TEXTS[i]


def test_each_can_be_searched_for_and_is_named_as_a_filter(view: Opened) -> None:
    found = view.page.evaluate("""async () => {
      const {model, state} = map_map.reading, chips = document.getElementById("chips"), found = [];
      for (let i = 0; i < model.count; i++) {
        state.set({text: model.event(i).quote.slice(0, 200)});
        await new Promise((done) => setTimeout(done));
        found.push([chips.textContent, chips.querySelectorAll("script, img, iframe").length]);
      }
      state.clear();
      return found;
    }""")
    for text, (chips, made) in zip(TEXTS, found, strict=True):
        assert made == 0
        assert text[:30] in chips


def test_the_search_box_takes_them_from_the_keyboard(view: Opened) -> None:
    for text in ("<img src=x onerror=alert(1)>", "${alert(1)}", "__proto__", "\"'><svg onload=alert(1)>"):
        view.page.locator("#search").fill(text)
        view.page.wait_for_timeout(250)
        assert text in (view.page.locator("#chips").text_content() or "")
    view.page.locator("#search").fill("")
    view.page.wait_for_timeout(250)


def test_each_is_a_source_to_choose(view: Opened) -> None:
    view.page.get_by_role("tab", name="Filters").click()
    assert view.page.locator("#filters img, #filters script, #filters iframe").count() == 0
    outlets = view.page.evaluate("map_map.reading.model.outlets")
    assert set(TEXTS) <= set(outlets)
    view.page.get_by_role("tab", name="Events").click()


def test_the_title_is_text(view: Opened) -> None:
    title = view.page.locator("#title").text_content() or ""
    whole = [text.encode("utf-8", "replace").decode() for text in HOSTILE]  # whoever runs it gives the title
    assert [text for text in whole if text not in title] == []
    assert view.page.locator("script[src], head > link, iframe, object").count() == 0


def test_on_paper_they_are_text(view: Opened) -> None:
    view.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = view.page.locator("#printed").text_content() or ""
    assert [text for text in TEXTS if text not in printed] == []
    assert view.page.locator("#printed").locator("script, img, iframe, a").count() == 0
    view.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert view.page.pdf().startswith(b"%PDF")


def test_addresses_from_strangers_do_nothing(view: Opened) -> None:
    answers = view.page.evaluate("""async (texts) => {
      const keys = ["q", "event", "source", "type", "view", "from", "sort", "theme", "killed", "confidence",
        "__proto__", "constructor", "__proto__[polluted]"];
      const totals = new Set();
      for (const text of texts) {
        const encoded = encodeURIComponent(text);
        history.replaceState(null, "", `#${text}&${keys.map((key) => `${key}=${encoded}`).join("&")}`);
        dispatchEvent(new HashChangeEvent("hashchange"));
        totals.add(document.getElementById("total").textContent !== "");
        await new Promise((done) => setTimeout(done));
      }
      history.replaceState(null, "", "#");
      dispatchEvent(new HashChangeEvent("hashchange"));
      return [...totals];
    }""", [text[:300] for text in TEXTS])  # fmt: skip
    assert answers == [True]


@pytest.mark.parametrize("text", [*LINKS[:4], SCRIPTS[0], SCRIPTS[10], TEMPLATES[1], NAMES[0], NAMES[10]])
def test_a_page_opened_with_a_hostile_address_opens(view: Opened, text: str) -> None:
    path = view.page.url.partition("#")[0]
    view.page.goto("about:blank")
    view.page.goto(f"{path}#{text}&q={text}&event={text}&view={text}&__proto__[polluted]=1")
    view.page.wait_for_selector("#total:not(:empty)")


def test_names_of_further_sources_are_text(opened: Opened, tmp_path: Path) -> None:
    write_outputs(tmp_path, [], outputs_named(["map"]), look("t", *HOSTILE))
    page = opened.open(tmp_path / "map.html")
    credits = page.locator(".leaflet-control-attribution")
    words = credits.text_content() or ""
    seen = [text for text in HOSTILE if text == shown(text) and "\r" not in text]
    assert [text for text in seen if text not in words] == []
    assert len(seen) > 180
    assert credits.locator("script, img, iframe, a").count() == 0


VIOLATIONS = {
    "script-src-elem": "put('script', {textContent: 'alert(1)'})",
    "script-src-attr": "document.body.setAttribute('onclick', 'alert(1)'); document.body.click()",
    "img-src": "put('img', {src: 'https://evil.example/a.png'})",
    "connect-src": "fetch('https://evil.example/').catch(() => 0)",
    "frame-src": "put('iframe', {src: 'https://evil.example/'})",
    "object-src": "put('object', {data: 'https://evil.example/'})",
    "font-src": "new FontFace('x', 'url(https://evil.example/x.woff)').load().catch(() => 0)",
    "media-src": "put('video', {src: 'https://evil.example/x.mp4'})",
    "base-uri": "put('base', {href: 'https://evil.example/'})",
    "form-action": "put('form', {action: 'https://evil.example/'}).submit()",
    "worker-src": "try { new Worker('data:text/javascript,1') } catch (error) { error.message }",
    "style-src-elem": "put('link', {rel: 'stylesheet', href: 'https://evil.example/x.css'})",
}


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A page in which the policy is put to the test."""
    page = browser.new_page()
    opened = Opened(page)
    opened.open(written(tmp_path_factory.mktemp("guarded"), []))
    yield opened
    page.close()


@pytest.mark.parametrize("directive", VIOLATIONS)
def test_the_policy_stops_what_no_text_should_reach(guarded: Opened, directive: str) -> None:
    stopped = guarded.page.evaluate("""async (act) => {
      const stopped = new Set(), note = (e) => stopped.add(e.effectiveDirective);
      document.addEventListener("securitypolicyviolation", note);
      globalThis.put = (tag, values) => {
        const made = Object.assign(document.createElement(tag), values);
        document.body.append(made);
        return made;
      };
      (0, eval)(act);
      for (let i = 0; i < 50 && stopped.size === 0; i++) await new Promise((done) => setTimeout(done, 20));
      document.removeEventListener("securitypolicyviolation", note);
      return [...stopped];
    }""", VIOLATIONS[directive])  # fmt: skip
    assert stopped == [directive]
    assert guarded.asked == []
    assert not any(trouble.startswith("dialog") for trouble in guarded.trouble)


def test_the_policy_stops_code_made_of_text(guarded: Opened) -> None:
    answer = guarded.page.evaluate("""() => new Promise((done) => {
      document.addEventListener("securitypolicyviolation", (e) => done(e.blockedURI));
      setTimeout("alert(1)", 0);
    })""")
    assert answer == "eval"
    assert not any(trouble.startswith("dialog") for trouble in guarded.trouble)
