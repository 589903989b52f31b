"""The shapes of event types as SVG paths around 0, 0."""

from __future__ import annotations

_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.15), (1.1, 0.8), (-1.1, 0.8)),
    "wedge": ((-1.1, -0.8), (1.1, -0.8), (0, 1.15)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "cross": (
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
        (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
    ),
}  # fmt: skip


def glyph(shape: str, radius: float) -> str:
    """The path of a shape (see geo.style.SHAPES) of half that width; the same as on the map."""
    if shape == "circle":
        arc, across = f"a{radius:g},{radius:g} 0 1,0", 2 * radius
        return f"M{-radius:g},0{arc} {across:g},0{arc} {-across:g},0z"
    return "M" + "L".join(f"{x * radius:g},{y * radius:g}" for x, y in _CORNERS[shape]) + "z"
