import pytest

from mentions import camp_of


@pytest.mark.parametrize(
    ("side", "camp"),
    [
        ("Syrian army", "state"), ("regime jets", "state"), ("Israeli", "state"),
        ("US-led coalition", "state"),
        ("Palestinian militants", "group"), ("Rebels", "group"), ("U.S.-backed Syrian rebels", "group"),
        ("anti-government fighters", "group"), ("al-Shabab", "group"), ("al-Shabaab", "group"),
        ("pro-government gunmen", "group"), ("army and rebels", None), ("Rapid Support Forces", None),
        ("a man", None), ("Palestinian", "state"), ("policeman's killers", None),
    ],
)  # fmt: skip
def test_the_camp_of_a_side(side: str, camp: str | None) -> None:
    assert camp_of(side) == camp
