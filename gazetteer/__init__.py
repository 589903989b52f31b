"""The index of place names. Import from here: `from gazetteer import Gazetteer, Place`."""

from gazetteer.errors import BadSource, GazetteerError, IndexUnavailable
from gazetteer.index import Gazetteer, GazetteerInfo
from gazetteer.names import loose_form, normal_form
from gazetteer.place import LEVEL_RANK, LEVELS, Place, PlaceLevel
from gazetteer.suggest import Suggestion

__all__ = [
    "LEVELS", "LEVEL_RANK", "BadSource", "Gazetteer", "GazetteerError", "GazetteerInfo", "IndexUnavailable",
    "Place", "PlaceLevel", "Suggestion", "loose_form", "normal_form",
]  # fmt: skip
