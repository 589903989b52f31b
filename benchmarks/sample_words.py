"""What the sample events' articles say: made-up sentences as long and as varied as real ones.

Nobody quoted here exists and nothing told here happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

FIRST_NAMES = (
    "Karim", "Olena", "Amina", "Yusuf", "Ibrahim", "Nadia", "Viktor", "Halima", "Omar", "Tetiana", "Moussa",
    "Fatou", "Salem", "Zaw", "Hla", "Rahim", "Leyla", "Jean", "Esther", "Abdi", "Hodan", "Marwa", "Dmytro",
    "Samira", "Idris", "Kofi", "Mariam", "Tariq", "Layla", "Musa", "Grace", "Hassan", "Iryna", "Bakary",
    "Noor", "Aung", "Said", "Rose", "Farah", "Daoud",
)  # fmt: skip
LAST_NAMES = (
    "Haddad", "Kovalenko", "Traoré", "al-Jabri", "Bello", "Osman", "Myint", "Rahmani", "Kabila", "Warsame",
    "Shevchuk", "Ouédraogo", "Darwish", "Mansour", "Abubakar", "Tun", "Noori", "Ilunga", "Farah", "Melnyk",
    "Coulibaly", "Khalil", "al-Sabri", "Danjuma", "Adam", "Htay", "Stanikzai", "Mbuyi", "Hersi", "Bondar",
    "Sawadogo", "Issa", "al-Obaidi", "Lawal", "Babiker", "Win", "Karimi", "Kasongo", "Duale", "Marchenko",
    "Diallo", "Nasser", "Saleh", "Eze", "Hamid", "Soe", "Amiri", "Tshisuaka", "Jama", "Petrenko",
)  # fmt: skip
TRADES = (
    "a shopkeeper", "a teacher", "a farmer", "a nurse", "a council member", "a driver", "a medic",
    "a student", "an engineer", "a tribal elder",
)  # fmt: skip
YOUNGEST, AGES = 18, 50
PEOPLE = len(FIRST_NAMES) * len(LAST_NAMES) * len(TRADES) * AGES
"""A million: as many witnesses, each with another name, trade or age."""

OUTLETS = (
    "The Northern Herald", "Radio Sahel", "Kharkiv Daily", "Levant Wire", "The Observer of Aden", "Nile Post",
    "Agence du Fleuve", "Mandalay Times", "Great Lakes Radio", "Horn Bulletin", "Eastern Courier",
    "Kabul Evening", "The Delta Star", "Frontline Monitor", "Voice of the Valley", "Border News Agency",
    "The Morning Chronicle", "Civil Records Network", "Radio Étoile", "Плюс Новини", "صوت النهر",
    "The Gulf Reporter", "World Service Digest", "Capital Journal", "Savanna Today", "Highland Press",
    "Black Sea Wire", "Two Rivers News", "Desert Gazette", "Union Times",
)  # fmt: skip
SPEAKERS = (
    "a hospital official", "the local rescue service", "the regional governor", "the Ministry of Defence",
    "a spokesman for the army", "two residents reached by telephone", "the provincial health directorate",
    "a monitoring group", "the mayor", "the United Nations mission", "a police statement", "witnesses",
)  # fmt: skip
SIDES = (
    "government forces", "the army", "unidentified aircraft", "unidentified gunmen", "the rebels",
    "a local militia", "Russian forces", "the junta", "fighters of the Front", "security forces",
)  # fmt: skip
TARGETS = (
    "a market", "a residential building", "an army checkpoint", "a convoy of trucks", "a primary school",
    "farmers in their fields", "a displaced persons' camp", "a fuel depot", "worshippers", "a bus",
)  # fmt: skip
WEAPONS = ("rockets", "a drone", "barrel bombs", "small arms", "a car bomb", "mortars", "machetes")
TOLLS: tuple[tuple[int | None, int | None], ...] = (
    (None, None), (None, None), (0, 0), (1, 1), (1, 1), (2, 2), (3, 9), (4, None), (None, 22), (5, 5),
    (8, 8), (12, None), (17, 22), (24, 99), (64, 64), (200, 999),
)  # fmt: skip
DEEDS: Mapping[str, tuple[str, ...]] = {
    "Battles": ("clashed with their rivals near", "stormed positions beside", "exchanged fire around"),
    "Explosions/Remote violence": ("shelled", "struck", "hit", "bombed"),
    "Violence against civilians": ("opened fire on", "attacked", "raided", "abducted people from"),
    "Protests": ("were met by several hundred people who marched past", "watched a sit-in in front of"),
    "Riots": ("could not keep a crowd away from", "fled when an angry crowd set fire to"),
    "Strategic developments": ("handed over", "looted", "withdrew from", "set up a base beside"),
}
TIMES = (
    "shortly after dawn", "late on the evening before", "at about noon", "during Friday prayers",
    "within the same hour", "for the second time in a week", "as people queued for bread", "overnight",
)  # fmt: skip
DETAILS = (
    "and that the number was likely to rise",
    "that several houses had fallen in and that people were still being looked for",
    "and the road out of the town was closed until further notice",
    "while the power had been off since the first blasts",
    "adding that the wounded had been taken to two hospitals, one of them without electricity",
    "although officials could not say who had given the order",
    "after days of talks between elders of both sides had come to nothing",
    "and the families had left on foot for villages farther to the west, carrying what they could",
)  # fmt: skip


def witness(number: int) -> str:
    """A person, another one for every number below PEOPLE."""
    number = number * 7919 % PEOPLE  # prime to PEOPLE: a permutation in which neighbours differ
    number, first = divmod(number, len(FIRST_NAMES))
    number, last = divmod(number, len(LAST_NAMES))
    age, trade = divmod(number, len(TRADES))
    return f"{FIRST_NAMES[first]} {LAST_NAMES[last]}, {TRADES[trade]} of {YOUNGEST + age % AGES}"


def quote(rng: Random, number: int, kind: str, side: str, target: str, place: str, toll: str | None) -> str:
    """The sentence that reports an event, of 90 to 330 characters; no two numbers have the same."""
    deed, when, who = rng.choice(DEEDS[kind]), rng.choice(TIMES), witness(number)
    killed = "" if toll is None else f", {rng.choice(('killing', 'leaving dead', 'with a toll of'))} {toll}"
    more = f", {rng.choice(DETAILS)}" if rng.random() < 0.3 else ""
    form = rng.randrange(3)
    if form == 0:
        return f"{side[0].upper()}{side[1:]} {deed} {target} in {place} {when}{killed}, said {who}{more}."
    if form == 1:
        return f"“It was {when},” said {who}: {side} {deed} {target} at {place}{killed}{more}."
    return f"{who} said that {side} {deed} {target} in {place} {when}{killed}{more}."


def title(rng: Random, sub_type: str, place: str, toll: str | None) -> str:
    """A headline of 30 to 90 characters."""
    act = sub_type.split("/")[0].lower()
    when, toll = rng.choice(TIMES), toll or "no one"
    form = rng.randrange(3)
    if form == 0:
        return f"{place}: {toll} killed, {rng.choice(SPEAKERS)} says"
    if form == 1:
        return f"{act.capitalize()} in {place} {when}, {toll} killed"
    rest = rng.choice(("what is known", "a town counts its losses", "who gave the order?"))
    return f"After the {act} in {place}: {rest}"
