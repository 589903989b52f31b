"""The index of place names. Import from here: `from gazetteer import Gazetteer, Place`."""

from gazetteer.errors import BadSource, GazetteerError, IndexUnavailable
from gazetteer.find import Match
from gazetteer.index import Gazetteer, GazetteerInfo
from gazetteer.names import loose_form, normal_form
from gazetteer.place import LEVEL_RANK, LEVELS, Place, PlaceLevel
from gazetteer.territory import Claim, Territory

__all__ = [
    "LEVELS", "LEVEL_RANK", "BadSource", "Claim", "Gazetteer", "GazetteerError", "GazetteerInfo",
    "IndexUnavailable", "Match", "Place", "PlaceLevel", "Territory", "loose_form", "normal_form",
]  # fmt: skip
