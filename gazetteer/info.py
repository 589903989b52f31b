"""What an index tells of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer.layer import Layer


@dataclass(frozen=True, slots=True)
class LayerUse:
    """An added file, and what became of its rows."""

    layer: Layer
    same: int
    """How many of them were places that the index had already, under this name or id: they were joined."""

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> LayerUse:
        """From the facts of an index: those of the layer, and `same`."""
        return cls(Layer(**{key: value for key, value in facts.items() if key != "same"}), facts["same"])


@dataclass(frozen=True, slots=True)
class GazetteerInfo:
    """What an index holds."""

    counts: dict[str, int]
    """Number of places of each level."""
    names: int
    """Number of keys, of all places together."""
    source: str
    licence: str
    changes: str
    """What was done to the source, as its licence asks to say."""
    day: str
    """The ISO day on which the embedded places were compiled."""
    layers: tuple[LayerUse, ...]
    """What was added, by name."""
    path: Path | None
    """The index file; None for an index in memory."""
    size: int
    """Of the file, in bytes."""
