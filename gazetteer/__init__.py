"""The index of place names. Import from here: `from gazetteer import Gazetteer, Place`."""

from gazetteer.add import add_files, checked_told, downloads_folder, remove_layers
from gazetteer.codes import iso3, iso3_of_iso2
from gazetteer.download import GEONAMES_SERVER, fetch_dumps
from gazetteer.errors import (
    BadCountryCode,
    BadInput,
    BadOption,
    BadSource,
    DownloadFailed,
    GazetteerError,
    IndexUnavailable,
    UnknownLayer,
)
from gazetteer.find import Match
from gazetteer.geonames import feature_of
from gazetteer.index import Gazetteer
from gazetteer.info import GazetteerInfo, LayerUse
from gazetteer.layer import Layer
from gazetteer.names import loose_form, normal_form
from gazetteer.place import EARTH_RADIUS_KM, LEVEL_RANK, LEVELS, Place, PlaceLevel
from gazetteer.table import Told
from gazetteer.territory import Claim, Territory

__all__ = [
    "EARTH_RADIUS_KM", "GEONAMES_SERVER", "LEVELS", "LEVEL_RANK", "BadCountryCode", "BadInput", "BadOption",
    "BadSource", "Claim", "DownloadFailed", "Gazetteer", "GazetteerError", "GazetteerInfo",
    "IndexUnavailable", "Layer", "LayerUse", "Match", "Place", "PlaceLevel", "Territory", "Told",
    "UnknownLayer", "add_files", "checked_told", "downloads_folder", "feature_of", "fetch_dumps", "iso3",
    "iso3_of_iso2", "loose_form", "normal_form", "remove_layers",
]  # fmt: skip
