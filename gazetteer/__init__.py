"""The index of place names. Import from here: `from gazetteer import Gazetteer, Place`."""

from gazetteer.codes import iso3, iso3_of_iso2
from gazetteer.download import GEONAMES_SERVER, fetch_dumps
from gazetteer.errors import BadCountryCode, BadSource, DownloadFailed, GazetteerError, IndexUnavailable
from gazetteer.index import Gazetteer, GazetteerInfo
from gazetteer.names import loose_form, normal_form
from gazetteer.place import LEVEL_RANK, LEVELS, Place, PlaceLevel
from gazetteer.suggest import Suggestion

__all__ = [
    "GEONAMES_SERVER", "LEVELS", "LEVEL_RANK", "BadCountryCode", "BadSource", "DownloadFailed", "Gazetteer",
    "GazetteerError", "GazetteerInfo", "IndexUnavailable", "Place", "PlaceLevel", "Suggestion", "fetch_dumps",
    "iso3", "iso3_of_iso2", "loose_form", "normal_form",
]  # fmt: skip
