from geo.merge import MAP_KEYS
from geo.writers.qgis_words import ALIASES, escaped, map_tip


def test_every_key_has_a_name_of_its_own() -> None:
    assert tuple(ALIASES) == MAP_KEYS
    assert len(set(ALIASES.values())) == len(MAP_KEYS)


def test_every_value_of_a_tip_is_escaped_and_nothing_ends_its_expression() -> None:
    tip = map_tip()
    expressions = [part.partition("%]")[0] for part in tip.split("[%")[1:]]
    assert len(expressions) == 11
    assert all(e.strip().startswith("replace(") and "'&amp;'" in e and "'&lt;'" in e for e in expressions)


def test_ampersands_go_first() -> None:
    signs = [escaped('"quote"').index(entity) for entity in ("&amp;", "&lt;", "&gt;", "&quot;")]
    assert signs == sorted(signs)
