import re

import pytest

from geo.report.glyphs import glyph
from geo.style import SHAPES


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_a_closed_path_of_its_own(shape: str) -> None:
    path = glyph(shape, 10)
    assert re.fullmatch(r"M[-\d.,aL 0-9]+z", path)
    assert sum(glyph(other, 10) == path for other in SHAPES) == 1
