"""What courts, stages, pitches and the crime desk tell in the words of violence, each rule by its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from geo.event_view import View, armed_side, is_armed, toll_told
from mentions import Gated, check_lists, groups_of, lower

# Characters of an article in which the words of the crime desk stand.
_OF_THE_STREET = 1800
# Characters at an article's head in which a verdict or an inquest is its news.
_LEAD = 300
# An inquest is held months after a death, in whatever war.
_INQUEST = Gated(r"\binquests? (?:into\b|(?:[\w']+ ){0,4}?(?:heard|hears|told|held|ruled)\b)")
# Where a court is only the place of it.
_AT_A_COURT = Gated(r"\b(?:outside|near|stormed|bombed|attacked) (?:an?|the) (?:\w+ )?court")
# Days before an article within which a court's news may tell of the act itself.
_RECENT = 30
# More victims than these are no street crime.
_FEW = 3
_BY_FORCE = ("Attack", "Sexual violence", "Arrests", "Armed clash")

_LISTS = frozenset(
    {
        "courts", "match", "toys", "for_gain", "bands", "kin", "shown", "tale_screen", "tale_kind",
        "tale_made", "tale_praise", "tale_seen", "tale_when", "street_police", "street_place",
        "street_ward", "street_motive", "verdict", "animal", "wild",
    }
)  # fmt: skip
_ARMED_POLICE = Gated(r"\barmed (?:police\w*|officers?|response)\b")
# So many different words of a match at the head make an article its report.
_A_MATCH = 3
_GOODS = frozenset(
    (
        "Arrests", "Disrupted weapons use", "Non-state actor overtakes territory",
        "Government regains territory", "Looting/property destruction",
    )
)  # fmt: skip


@cache
def _words() -> Mapping[str, Gated]:
    """Each list of `words/desks.yml` as a pattern; signs of a tale and of the street are groups of one."""
    source = files("geo") / "words" / "desks.yml"
    some = groups_of(check_lists("desks.yml", yaml.safe_load(source.read_text(encoding="utf-8")), _LISTS))
    heard = (
        rf"{some['courts']}(?: (?:in|of|at|for) [\w' -]{{2,30}}?)? (?:ha(?:s|ve|d) )?"
        rf"(?:(?:was|were|is|been) )?(?:also )?(?:heard|hears|told)"
        rf"|told (?:the |an? )?(?:[\w'-]+ ){{0,3}}?{some['courts']}"
    )
    kin = rf"{some['kin']} (?:\w+ )?of (?:[\w,'-]+ ){{1,7}}(?:who|whom|that|which) (?:[\w'-]+ ){{0,4}}$"
    plain = ("match", "toys", "for_gain", "bands", "shown", "verdict", "animal", "wild")
    out = {name: some[name] for name in plain}
    for desk in ("tale", "street"):
        signs = [name for name in some if name.startswith(f"{desk}_")]
        out[desk] = "|".join(f"(?P<{name}>{some[name]})" for name in signs)
    told = {**out, "heard": heard}
    return {name: Gated(rf"\b(?:{told[name]})\b") for name in told} | {"kin": Gated(rf"\b{kin}")}


def in_court(view: View) -> bool:
    """ "A court heard that he opened fire": told months later; or old, in an article that courts lead.

    Where its lead tells of a trial, the only near day is the court's, and an old act is what it is about.
    """
    lead = lower(f"{view.article.title} {view.article.text[:_LEAD]}")
    if _words()["heard"].search(view.sentences) or _INQUEST.search(view.subject.head):
        return True
    date, published = view.told.date, view.article.published
    old = date is not None and published is not None and (published - date.end).days > _RECENT
    leads = view.around["court"] > max(view.around["armed"], view.around["war"])
    tried = _words()["verdict"].search(lead) is not None and _AT_A_COURT.search(lead) is None
    return leads + old + tried > 1


def of_an_animal(view: View) -> bool:
    """ "An elephant that killed fifteen was shot dead": whoever kills, it is an animal's news."""
    title, head = lower(view.article.title), view.subject.head
    if _words()["bands"].search(head) or armed_side(view):
        return False
    told = _words()["animal"].search(title) or _words()["animal"].search(view.sentences)
    return told is not None and _words()["wild"].search(head) is not None


def in_a_tale(view: View) -> bool:
    """An act of no day of its own in a review or a listing: two signs of a tale at the article's head."""
    if any(t.mention.date is not None and t.mention.date.precision == 1 for t in view.told.tellings):
        return False
    return len({m.lastgroup for m in _words()["tale"].finditer(view.subject.head)}) > 1


def of_a_match(view: View) -> bool:
    """ "Destroyed the leg-spin", "the pair plundered 81": nobody armed or killed, in a match's report."""
    if toll_told(view) or armed_side(view) or view.near["armed"]:
        return False
    if any(map(is_armed, view.words)):
        return False
    return len({m[0] for m in _words()["match"].finditer(view.subject.head)}) >= _A_MATCH


def with_toys(view: View) -> bool:
    """Paint, costumes and cardboard: the whole article is of a game."""
    return _words()["toys"].search(view.subject.head) is not None


def for_gain(view: View) -> bool:
    """An arrest or a seizure over thefts or drugs, in an article without arms or dissent."""
    police = _ARMED_POLICE.count(view.sentences)
    armed = view.near["armed"] > police or view.near["war"] or _words()["bands"].search(view.subject.head)
    if view.told.sub_event_type not in _GOODS or armed:
        return False
    told = f"{lower(view.article.title)} {view.sentences}"
    return _words()["for_gain"].search(told) is not None


def on_the_street(view: View) -> bool:
    """One to three people shot or stabbed by nobody's men, told as a city's crime desk tells it."""
    told = view.told
    if told.sub_event_type not in _BY_FORCE or armed_side(view) or view.around["war"]:
        return False
    victims = max(told.toll.killed.low or 0, told.toll.injured.low or 0)
    text = lower(f"{view.article.title} {view.article.text[: _OF_THE_STREET]}")
    if victims > _FEW or _words()["bands"].search(text):
        return False
    return len({m.lastgroup for m in _words()["street"].finditer(text)}) > 1


def of_kin(view: View) -> bool:
    """ "The widow of an engineer who was kidnapped wrote": what happened says who she is, of no near day."""
    day, published = view.told.date, view.article.published
    recent = day is not None and (published is None or (published - day.end).days < _RECENT)
    if recent and day is not None and day.precision <= 2 and day.spans:
        return False
    return all(_behind_kin(view, n) for n in range(len(view.told.tellings)))


def _behind_kin(view: View, n: int) -> bool:
    mention = view.told.tellings[n].mention
    before = view.article.words(mention.sentence)[: mention.triggers[0].start - mention.sentence.start]
    return _words()["kin"].search(lower(before)) is not None


def only_shown(view: View) -> bool:
    """ "Cooking demonstrations", "a demonstration beside craft stalls": nobody demands anything."""
    if view.told.sub_event_type != "Peaceful protest" or view.near["dissent"]:
        return False
    shown = _words()["shown"].search(view.sentences) is not None
    return shown and all(word.startswith("demonstrat") for word in view.words)
