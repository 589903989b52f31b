"""Events -> one HTML page with a map, which opens from disk without a network. The only import of folium.

Folium makes the map, the groups and the layer switches from constants alone. What articles say goes in as a
block of JSON, and plain JavaScript (map_assets) makes text nodes of it: nothing of it is ever HTML or code.
"""

from __future__ import annotations

import hashlib
import html
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from xstatic.pkg import leaflet

from geo.credits import asked_of_openstreetmap, credits_of
from geo.map_columns import PLAIN_BYTES, Columns, deflated
from geo.style import Look, Style
from geo.writers.atomic import replacing_bytes
from geo.writers.feature import Feature
from geo.writers.output import Put

ASSETS = files("geo") / "map_assets"
SCRIPTS = (
    "strings.js", "nodes.js", "block.js", "pool.js", "model.js", "words.js", "days.js",
    "world.js", "grid.js", "spots.js", "marks.js", "shapes.js", "palette.js", "canvas.js", "borders.js",
    "background.js", "areas.js", "points.js", "spread.js", "targets.js", "pointer.js", "reach.js", "names.js",
    "keys.js", "travel.js", "theme.js", "streets.js", "drawing.js",
    "facets.js", "search.js", "state.js", "order.js", "fragment.js", "evidence.js", "claims.js", "cards.js",
    "filters.js", "sources.js", "chips.js", "bins.js", "timeline.js", "slider.js", "play.js", "list.js",
    "sheet.js", "legend.js", "tabs.js", "controls.js", "printed.js", "address.js", "start.js",
)  # fmt: skip
STYLES = ("style.css", "drawing.css")
TILES = "https://{s}.basemaps.cartocdn.com/light_all/{z}/{x}/{y}{r}.png"
"""Not openstreetmap.org's own tiles: those are refused to a page that was opened from disk (no Referer)."""
TILES_BY = (
    '&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors '
    '&copy; <a href="https://carto.com/attributions">CARTO</a>'
)
DATA = '<script type="{}" id="conflictmap-data">'
"""What the events follow in the page: with the type of JSON, or of what is deflated."""
TILE_HOSTS = "https://*.basemaps.cartocdn.com"


@contextmanager
def html_map(folder: Path, look: Look) -> Iterator[Put]:
    """Writes map.html when all events are there; the same events give the same bytes.

    Located events up to `near` are markers, wider ones areas, the others a list beside the map. An area has
    its outline where one is known, else it is a circle. ValueError for an event type that is not ACLED's.
    """
    updated: str | None = None
    asked = False

    def put(feature: Feature) -> None:
        nonlocal updated, asked
        properties = feature.properties
        asked = asked or asked_of_openstreetmap(properties)
        columns.put(properties, feature.outline)
        updated = max(filter(None, (updated, properties["updated"])), default=None)

    with replacing_bytes(folder / "map.html") as file, Columns() as columns:
        yield put
        credits = " · ".join(("Leaflet", *credits_of(asked)))
        head: dict[str, Any] = {"title": look.style.title, "updated": updated, "credits": credits}
        head |= {"added": look.added, "style": _style_told(look.style)}
        before, after = _guarded(_page(look.style.title)).split(DATA)
        few = columns.size() <= PLAIN_BYTES
        block = columns.block(head) if few else deflated(columns.block(head))
        data = DATA.format("application/json" if few else "application/octet-stream")
        file.write((before + data).encode("utf-8", "replace"))
        file.writelines(block)
        file.write(after.encode("utf-8", "replace"))


def _style_told(style: Style) -> dict[str, Any]:
    """The style as the page's scripts read it; event types in the order of their numbers."""
    return {
        "types": [asdict(look) for look in style.event_types.values()],
        "mixed": style.mixed,
        "sizes": [asdict(step) for step in style.sizes],
        "area": asdict(style.area),
    }


class _Verbatim(Element):
    """Text that no template engine reads: branca takes every other element's text for a Jinja template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:
        return self.text


class _LastScript(Element):
    """A script that follows those which Folium writes for the map and its layers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:
        figure: Figure = self.get_root()  # type: ignore[assignment]  # Folium puts every map into one
        figure.script.add_child(_Verbatim(self.text), name="conflictmap")
        return ""


def _page(title: str) -> str:
    chart = folium.Map(location=(0, 0), zoom_start=2, tiles=None, control_scale=True, maxZoom=18, minZoom=2)
    chart.default_js, chart.default_css = [], []  # ten files from four hosts
    figure = _named(chart, "map").get_root()
    tiles = _named(folium.TileLayer(TILES, attr=TILES_BY, overlay=True, show=False), "tiles")
    tiles.add_to(chart)
    code = "\n".join(_asset(name) for name in SCRIPTS)
    call = f"conflictmap({chart.get_name()}, {tiles.get_name()});"
    chart.add_child(_LastScript(f"{code}\n{call}\n"), name="start")
    figure.title = html.escape(title)
    figure.header.add_child(_Verbatim(f"<style>{_leaflet_style()}</style>"), name="leaflet_style")
    figure.header.add_child(_Verbatim(f"<script>{_leaflet_code()}</script>"), name="leaflet_code")
    look = "\n".join(_asset(name) for name in STYLES)
    figure.html.add_child(_Verbatim(f"<style>{look}</style>{_asset('panel.html')}"), name="panel")
    borders = f'<script type="application/json" id="conflictmap-borders">{_asset("borders.json")}</script>'
    figure.html.add_child(_Verbatim(borders), name="borders")
    figure.html.add_child(_Verbatim(f"{DATA}</script>"), name="data")
    return str(figure.render())


def _named(element: Any, name: str) -> Any:
    """The element under a fixed id: Folium's own are random, and no two runs would write the same page."""
    element._id = name
    return element


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _leaflet_code() -> str:
    """Leaflet without the address of its source map, which a browser's tools would ask for."""
    code = Path(leaflet.BASE_DIR, "leaflet.js").read_text(encoding="utf-8").replace("\r\n", "\n")
    return re.sub(r"//# sourceMappingURL=.*", "", code)


def _leaflet_style() -> str:
    """Leaflet's style without its pictures: we use neither its pins nor its layers button."""
    style = Path(leaflet.BASE_DIR, "leaflet.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    return re.sub(r"url\(images/[^)]*\)", "none", style)


def _guarded(page: str) -> str:
    """The page with a policy that lets exactly its own scripts run, and nothing be asked for but tiles."""
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = {b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(f"'sha256-{digest}'" for digest in sorted(hashes)),
            "style-src 'unsafe-inline'",
            f"img-src data: {TILE_HOSTS}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    head = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace("<html>", '<html lang="en">', 1).replace("<head>", head, 1)
