"""The country that an outlet writes from, as far as its address tells."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from articles import Article

COUNTRY_ENDINGS = {
    "ae": "ARE", "af": "AFG", "al": "ALB", "am": "ARM", "at": "AUT", "au": "AUS", "az": "AZE", "ba": "BIH",
    "bd": "BGD", "be": "BEL", "bg": "BGR", "br": "BRA", "by": "BLR", "ca": "CAN", "ch": "CHE", "cl": "CHL",
    "cn": "CHN", "cz": "CZE", "de": "DEU", "dk": "DNK", "dz": "DZA", "eg": "EGY", "es": "ESP", "et": "ETH",
    "fi": "FIN", "fr": "FRA", "ge": "GEO", "gh": "GHA", "gr": "GRC", "hr": "HRV", "hu": "HUN", "id": "IDN",
    "ie": "IRL", "il": "ISR", "in": "IND", "iq": "IRQ", "ir": "IRN", "it": "ITA", "jo": "JOR", "jp": "JPN",
    "ke": "KEN", "kr": "KOR", "kw": "KWT", "kz": "KAZ", "lb": "LBN", "lk": "LKA", "ly": "LBY", "ma": "MAR",
    "md": "MDA", "mm": "MMR", "mx": "MEX", "my": "MYS", "ng": "NGA", "nl": "NLD", "no": "NOR", "np": "NPL",
    "nz": "NZL", "om": "OMN", "ph": "PHL", "pk": "PAK", "pl": "POL", "ps": "PSE", "pt": "PRT", "qa": "QAT",
    "ro": "ROU", "rs": "SRB", "ru": "RUS", "sa": "SAU", "sd": "SDN", "se": "SWE", "so": "SOM", "ss": "SSD",
    "sy": "SYR", "th": "THA", "tn": "TUN", "tr": "TUR", "ua": "UKR", "ug": "UGA", "uk": "GBR", "us": "USA",
    "uz": "UZB", "ve": "VEN", "vn": "VNM", "ye": "YEM", "za": "ZAF", "zw": "ZWE",
}  # fmt: skip
"""Country endings of internet names that outlets use for where they are; not .tv, .co, .io, .me, .ai."""
ADDRESS = re.compile(r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$")


def outlet_country(article: Article) -> str | None:
    """Alpha-3 code by the ending of the outlet's address or the article's; None where it tells nothing."""
    for host in (article.outlet or "", urlsplit(article.url or "").hostname or ""):
        if ADDRESS.match(host.lower()):
            code = COUNTRY_ENDINGS.get(host.lower().rpartition(".")[2])
            if code is not None:
                return code
    return None
