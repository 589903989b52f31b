"""What is said of a disputed place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Role = Literal["sovereign", "administers", "claims", "recognises"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one party says or does."""

    by: str
    role: Role
    """`sovereign`: most states recognise it as theirs; `administers`: holds it in fact; `claims` it without
    that; `recognises` the claim of another."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """Who claims a place, or what it was called."""

    place_id: str
    brief: str
    """A few words, as for a place's reason: "part of Ukraine, held and claimed by Russia since 2014"."""
    claims: tuple[Claim, ...]
    since: str
    """A year, month or day."""
    until: str | None
    """None where it still holds."""
    source: str

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> Territory:
        """What `dataclasses.asdict` made of one."""
        claims = tuple(Claim(**claim) for claim in facts["claims"])
        return cls(**{**facts, "claims": claims})
