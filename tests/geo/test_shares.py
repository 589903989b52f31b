"""Numbers told place by place."""

from articles import Article, Span
from geo.shares import led_by_numbers, quantities_of
from geo.toponym import Resolution
from tests.geo.tellings import place


def numbers_of(text: str, *names: str) -> list[tuple[str, int | None]]:
    article = Article(id="a", text=text)
    whole = Span("text", 0, len(text))
    return [
        (spot.toponym.name, quantity.low)
        for spot, quantity in led_by_numbers(
            article, [named(text, name) for name in names], quantities_of(article, whole)
        )
    ]


def named(text: str, name: str) -> Resolution:
    span = Span("text", text.index(name), text.index(name) + len(name))
    spot = place(name)
    return spot._replace(toponym=spot.toponym._replace(span=span, expression=span))


def test_each_place_takes_the_number_that_leads_to_it() -> None:
    text = "54 people were killed in the city, 9 in Sahra, 8 in Mazra and 5 in Ansar."
    assert numbers_of(text, "Sahra", "Mazra", "Ansar") == [("Sahra", 9), ("Mazra", 8), ("Ansar", 5)]


def test_each_of_several_places_takes_the_one_number() -> None:
    text = "Four were killed in Sahra and one in each of the towns of Mazra, Ansar and Zahra."
    assert numbers_of(text, "Sahra", "Mazra", "Ansar", "Zahra") == [
        ("Sahra", 4), ("Mazra", 1), ("Ansar", 1), ("Zahra", 1),
    ]  # fmt: skip


def test_a_place_without_a_number_is_left_out() -> None:
    text = "Nine people were killed in Sahra and warplanes flew over Mazra."
    assert numbers_of(text, "Sahra", "Mazra") == [("Sahra", 9)]
