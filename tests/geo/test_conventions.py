import pytest

from gazetteer import LEVELS
from geo.conventions import (
    EVENT_TYPE_OF,
    EVENT_TYPES,
    POINT_LEVELS,
    PRECISION,
    SUB_EVENT_TYPES,
    event_type_of,
    precision_of,
)


def test_acled_has_six_event_types_and_25_sub_event_types() -> None:
    assert len(EVENT_TYPES) == 6
    assert len(EVENT_TYPE_OF) == sum(map(len, SUB_EVENT_TYPES.values())) == 25


@pytest.mark.parametrize(
    ("sub_event_type", "event_type"),
    [
        ("Armed clash", "Battles"),
        ("Government regains territory", "Battles"),
        ("Non-state actor overtakes territory", "Battles"),
        ("Chemical weapon", "Explosions/Remote violence"),
        ("Air/drone strike", "Explosions/Remote violence"),
        ("Suicide bomb", "Explosions/Remote violence"),
        ("Shelling/artillery/missile attack", "Explosions/Remote violence"),
        ("Remote explosive/landmine/IED", "Explosions/Remote violence"),
        ("Grenade", "Explosions/Remote violence"),
        ("Sexual violence", "Violence against civilians"),
        ("Attack", "Violence against civilians"),
        ("Abduction/forced disappearance", "Violence against civilians"),
        ("Peaceful protest", "Protests"),
        ("Protest with intervention", "Protests"),
        ("Excessive force against protesters", "Protests"),
        ("Violent demonstration", "Riots"),
        ("Mob violence", "Riots"),
        ("Agreement", "Strategic developments"),
        ("Arrests", "Strategic developments"),
        ("Change to group/activity", "Strategic developments"),
        ("Disrupted weapons use", "Strategic developments"),
        ("Headquarters or base established", "Strategic developments"),
        ("Looting/property destruction", "Strategic developments"),
        ("Non-violent transfer of territory", "Strategic developments"),
        ("Other", "Strategic developments"),
    ],
)
def test_each_sub_event_type_has_its_event_type(sub_event_type: str, event_type: str) -> None:
    assert event_type_of(sub_event_type) == event_type


def test_an_unknown_sub_event_type_is_told_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'Airstrike'.*Air/drone strike"):
        event_type_of("Airstrike")


@pytest.mark.parametrize(
    ("level", "ucdp", "acled", "gtd", "vicinity"),
    [
        ("facility", 1, 1, 1, 0),
        ("neighbourhood", 1, 1, 1, 0),
        ("town", 1, 1, 1, 0),
        ("near", 2, 2, 1, 1),
        ("district", 3, 2, 3, 0),
        ("province", 4, 3, 4, 0),
        ("region", 5, 3, 4, 0),
        ("country", 6, 3, 5, 0),
        (None, None, None, 5, 0),
    ],
)
def test_the_codes_of_a_level(level, ucdp, acled, gtd, vicinity) -> None:  # type: ignore[no-untyped-def]
    codes = precision_of(level)
    assert (codes.ucdp_where_prec, codes.acled_geo_precision) == (ucdp, acled)
    assert (codes.gtd_specificity, codes.gtd_vicinity) == (gtd, vicinity)


def test_at_sea_is_seven_for_ucdp() -> None:
    codes = precision_of("region", at_sea=True)
    assert (codes.ucdp_where_prec, codes.acled_geo_precision, codes.gtd_specificity) == (7, 3, 5)


def test_every_level_has_codes_and_only_the_first_four_are_points() -> None:
    assert tuple(PRECISION) == LEVELS
    assert frozenset(LEVELS[:4]) == POINT_LEVELS
