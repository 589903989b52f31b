from __future__ import annotations

from itertools import groupby

import pytest

from gazetteer.core import embedded_sources, read_entries
from gazetteer.divisions import CODE_PREFIXES
from gazetteer.layering import _part


@pytest.mark.slow
def test_every_embedded_place_has_its_part_and_the_parts_stand_in_order() -> None:
    parts = groupby(read_entries(embedded_sources()), key=_part)
    schemes = {part: {place.id.partition(":")[0] for place, _ in group} for part, group in parts}
    assert list(schemes) == ["division", "town", "hand-made"]
    assert schemes["division"] == set(CODE_PREFIXES)
    assert schemes["hand-made"] == {"supplement", "territory"}
