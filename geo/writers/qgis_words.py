"""What QGIS says of an event, as its expressions: tips, names and labels. They follow geo/wording.py."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "id": "Id",
        "event_type": "Event type (ACLED)",
        "sub_event_type": "Sub-event type (ACLED)",
        "date_start": "First day",
        "date_end": "Last day",
        "date_precision": "Date precision (UCDP, 1 day to 5 year)",
        "date_basis": "What the date rests on",
        "place_text": "Place in the article's words",
        "place_name": "Place",
        "place_id": "Id of the place",
        "place_level": "Kind of place",
        "lat": "Latitude",
        "lon": "Longitude",
        "radius_km": "May lie this far off (km)",
        "ucdp_where_prec": "Place precision (UCDP)",
        "acled_geo_precision": "Place precision (ACLED)",
        "admin1": "Province",
        "admin2": "District",
        "country_name": "Country",
        "country": "Country code (ISO 3166-1)",
        "place_confidence": "Confidence in the place (0 to 1)",
        "place_reason": "Why this place",
        "killed_low": "Killed, at least",
        "killed_high": "Killed, at most",
        "injured_low": "Injured, at least",
        "injured_high": "Injured, at most",
        "civilians_killed_low": "Of these civilians killed, at least",
        "civilians_killed_high": "Of these civilians killed, at most",
        "children_killed_low": "Of these children killed, at least",
        "women_killed_low": "Of these women killed, at least",
        "victims": "Those hit",
        "toll_text": "Toll in the article's words",
        "perpetrator": "Said to have done it",
        "target": "Target",
        "weapon": "Weapon",
        "perpetrator_status": "How that is said",
        "attribution": "Who says so",
        "quote": "Quote",
        "confidence": "Confidence in the event (0 to 1)",
        "source_count": "Number of sources",
        "sources": "Sources",
        "urls": "Addresses",
        "titles": "Titles",
        "first_published": "First published",
        "last_published": "Last published",
        "grade": "Support (Airwars' grades)",
        "claims": "Each source's own telling (JSON)",
        "updated": "Updated",
    }
)
"""Key of the data -> what the table, the form and the legend call it."""

_UNSEEN = r"[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{200E}\\x{200F}\\x{061C}]"
"""Marks that turn the direction of what follows: an article could rewrite our own words with them."""
_KIND_WORDS = (
    r"(?i)\\b(province|governorate|oblast|krai|state|region|district|county|division|department|prefecture|"
    r"republic|territory|sub-?district|raion|muhafazah?|area|countryside)\\b"
)


def escaped(expression: str) -> str:
    """The expression's text with no sign left that HTML reads, and no mark that turns its direction."""
    text = f"regexp_replace(to_string({expression}), '{_UNSEEN}', '')"
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = f"replace({text}, '{sign}', '{entity}')"
    return text


def _count(low: str, high: str) -> str:
    """As geo.wording.count_in_words."""
    return (
        f'CASE WHEN "{low}" IS NULL AND "{high}" IS NULL THEN \'not told\' '
        f"WHEN \"{low}\" IS NULL THEN 'up to ' || \"{high}\" "
        f"WHEN \"{high}\" IS NULL AND \"{low}\" = 0 THEN 'no number told' "
        f"WHEN \"{high}\" IS NULL THEN 'at least ' || \"{low}\" "
        f"WHEN \"{low}\" = \"{high}\" AND \"{low}\" = 0 THEN 'none' "
        f'WHEN "{low}" = "{high}" THEN to_string("{low}") '
        f"ELSE \"{low}\" || ' to ' || \"{high}\" END"
    )


KILLED = _count("killed_low", "killed_high")
INJURED = _count("injured_low", "injured_high")
TOLD = '"killed_low" IS NOT NULL OR "killed_high" IS NOT NULL'
"""Whether anything is said of people killed: null is not zero."""
WHEN = (
    "CASE WHEN \"date_start\" IS NULL OR \"date_end\" IS NULL THEN 'date not known' "
    'WHEN "date_start" = "date_end" THEN left(to_string("date_start"), 10) '
    "ELSE 'some day from ' || left(to_string(\"date_start\"), 10) || ' to ' "
    '|| left(to_string("date_end"), 10) END '
    "|| CASE WHEN \"date_basis\" = 'publication' THEN ' (the day of publication: no date is told)' "
    "WHEN \"date_basis\" = 'relative' THEN ' (counted from the day of publication)' ELSE '' END"
)
_NAME = "coalesce(\"place_name\", \"place_text\", 'an unnamed place')"
AREA_NAME = (
    f"CASE WHEN \"place_level\" = 'near' THEN 'near ' || {_NAME} "
    "WHEN \"place_level\" = 'region' THEN 'somewhere in the region “' "
    f"|| coalesce(\"place_text\", {_NAME}) || '”' "
    f"WHEN \"place_level\" = 'country' OR regexp_match({_NAME}, '{_KIND_WORDS}') > 0 "
    f"THEN 'somewhere in ' || {_NAME} "
    f"ELSE 'somewhere in ' || {_NAME} || ' ' || \"place_level\" END"
)
"""As geo.wording.area_in_words; "near X" for what lies near a place."""
WHERE = (
    "CASE WHEN \"lat\" IS NULL THEN coalesce('not on the map; the article says “' || \"place_text\" || '”', "
    "'place not known') "
    f"WHEN \"place_level\" IN ('facility', 'neighbourhood', 'town') THEN {_NAME} ELSE {AREA_NAME} END "
    "|| coalesce(', within ' || round(\"radius_km\", 1) || ' km', '')"
)
DISPLAY_NAME = f"\"sub_event_type\" || ', ' || {WHERE} || ', ' || {WHEN}"
"""What QGIS calls an event in lists."""


def map_tip() -> str:
    """HTML of what is told of the event under the pointer; every value in it is escaped."""
    lines = (
        ("<b>{}</b>", '"sub_event_type"'),
        ("{}", WHERE),
        ("{}", WHEN),
        ("Killed: {}", KILLED),
        ("Injured: {}", INJURED),
        ("Toll in the article's words: {}", "coalesce('“' || \"toll_text\" || '”', 'none')"),
        ("Said to have done it: {}", "coalesce(\"perpetrator\" || ' (' || \"perpetrator_status\" || ')', "
         "'nobody is named')"),
        ("“{}”", "\"quote\""),
        ("Who says so: {}", "coalesce(\"attribution\", 'not told')"),
        ("Source: {}", "coalesce(\"sources\", 'not told')"),
        ("{}", "\"grade\" || ', confidence ' || \"confidence\""),
    )  # fmt: skip
    told = "<br>".join(
        words.format(f"[% {escaped(f'coalesce({expression}, {chr(39) * 2})')} %]")
        for words, expression in lines
    )
    return f'<div style="max-width: 30em">{told}</div>'
