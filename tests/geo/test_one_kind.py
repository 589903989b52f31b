"""How well two tellings fit by the kind of act."""

from articles import Span
from geo.one_kind import TWO_ENDS, only_headline, same_family, same_kind
from mentions import EventMention
from tests.geo.tellings import located, mention, place

SHELLING = mention(sub_event_type="Shelling/artillery/missile attack")
GAS = mention(sub_event_type="Chemical weapon")
SHOT_DOWN = mention(sub_event_type="Disrupted weapons use")
BLAST = mention(sub_event_type="Remote explosive/landmine/IED", telling="generic")
PROTEST = mention(sub_event_type="Peaceful protest")
VICTIMS = mention(sub_event_type="Attack", telling="outcome")
HERE = place("A")


def fit(one: EventMention, *others: EventMention) -> float | None:
    return same_kind(located(one, HERE), [located(other, HERE) for other in others])


def test_the_same_kind_fits_best() -> None:
    assert fit(SHELLING, SHELLING) == 1.0
    assert fit(SHELLING, mention()) is None


def test_a_blast_is_the_strike_told_before_or_after_it() -> None:
    assert fit(BLAST, SHELLING) == fit(SHELLING, BLAST) == 0.4


def test_gas_and_the_shell_are_two_ends_and_a_helicopter_shot_down_is_not_the_gas() -> None:
    assert fit(GAS, SHELLING) == TWO_ENDS
    assert fit(SHOT_DOWN, GAS, SHELLING) is None


def test_a_protest_joins_no_dead_of_another_sentence() -> None:
    elsewhere = mention(sub_event_type="Peaceful protest", sentence=Span("text", 90, 120))
    assert fit(elsewhere, VICTIMS) is None
    assert fit(PROTEST, VICTIMS) is not None


def test_a_headline_without_a_kind_leaves_it_to_the_text() -> None:
    vague = located(mention(sub_event_type="Armed clash", telling="generic", headline=True), HERE)
    assert only_headline([vague])
    assert same_family(located(BLAST, HERE), [vague]) is not None
    assert same_family(located(PROTEST, HERE), [vague]) is None
    assert not only_headline([located(mention(headline=True), HERE)])
