"""What a run read, found, left out and why: counted while it goes, told at the end."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles import Article, ArticleError, UnreadableInput
from flows.screen import warn
from geo import Findings
from geo.writers import Counts
from store import Standing

SHOWN_PROBLEMS = 50
"""As many are shown in Prefect's pages; run.json has them all."""


@dataclass(slots=True)
class Tally:
    """The counts of one run. Whatever is wrong with an input is told at once, and kept for run.json."""

    standing: Counter[Standing] = field(default_factory=Counter)
    """Articles that were read, by what was known of them before."""
    problems: list[ArticleError] = field(default_factory=list)
    """Inputs and articles that could not be read."""
    notes: list[str] = field(default_factory=list)
    """What was odd and could be passed over."""
    events: int = 0
    """Events found in the new and changed articles."""
    without_events: int = 0
    """New and changed articles in which no event was found."""
    dropped: Counter[str] = field(default_factory=Counter)
    """What the new and changed articles say that is no event of theirs, by reason."""
    outputs: dict[str, int] = field(default_factory=dict)
    """What the written files hold, earlier runs included."""

    @property
    def articles(self) -> int:
        """Articles that could be read."""
        return self.standing.total()

    def fail(self, problems: Iterable[ArticleError]) -> None:
        """Name what could not be read."""
        for problem in problems:
            warn(f"conflictmap: {problem}")
            self.problems.append(problem)

    def meet(self, article: Article, standing: Standing) -> None:
        """Count an article that could be read, and tell what was passed over in it."""
        self.standing[standing] += 1
        for note in article.notes:
            self.note(note)

    def note(self, words: str) -> None:
        """Tell what is odd and could be passed over, and keep it for run.json."""
        warn(f"conflictmap: {words}")
        self.notes.append(words)

    def found(self, batch: Iterable[Findings]) -> None:
        """Count what was found in a batch, and what was left out of it."""
        for findings in batch:
            self.events += len(findings.events)
            self.without_events += not findings.events
            self.dropped.update(dict(findings.dropped))

    def count_outputs(self, counts: Counts, articles: int) -> None:
        """Keep what the written files hold."""
        self.outputs = {
            "articles": articles,
            "events": counts.events,
            "located": counts.located,
            "areas": counts.areas,
            "unlocated": counts.events - counts.located,
        }

    def rows(self) -> dict[str, int]:
        """The counts by name, in the order in which they are told."""
        kept = {f"in the files: {name}": count for name, count in self.outputs.items()}
        unreadable = sum(isinstance(problem, UnreadableInput) for problem in self.problems)
        return {
            "articles read": self.articles,
            "new": self.standing["new"],
            "changed since": self.standing["changed"],
            "seen before": self.standing["seen"],
            "without an event": self.without_events,
            "failed inputs": unreadable,
            "failed articles": len(self.problems) - unreadable,
            "events found": self.events,
        } | kept

    def markdown(self) -> str:
        """The counts and the failures as a page for Prefect; words of the inputs are plain text there."""
        lines = ["| | |", "|---|---:|", *(f"| {name} | {count:,} |" for name, count in self.rows().items())]
        if self.dropped:
            lines += ["", "## What was left out of the articles", "", "| reason | passages |", "|---|---:|"]
            lines += [f"| {reason} | {count:,} |" for reason, count in self.dropped.most_common()]
        if self.problems:
            lines += ["", "## What could not be read", ""]
            lines += [f"- {_plain(str(problem))}" for problem in self.problems[:SHOWN_PROBLEMS]]
            if len(self.problems) > SHOWN_PROBLEMS:
                lines.append(f"- and {len(self.problems) - SHOWN_PROBLEMS:,} more, see run.json")
        return "\n".join(lines)

    def closing_words(self) -> list[str]:
        """What a person wants to know at the end."""
        kept = self.outputs
        skipped, failed = self.standing["seen"], len(self.problems)
        return [
            f"Read {_many(self.articles, 'article')}: {self.standing['new']} new, "
            f"{self.standing['changed']} changed, {skipped} skipped as seen before; {failed} failed.",
            f"Found {_many(self.events, 'event')} in them; with those of earlier runs, "
            f"{_many(kept['events'], 'event')} of {_many(kept['articles'], 'article')}: "
            f"{kept['located']} located, {kept['unlocated']} unlocated.",
        ]

    def report(self) -> dict[str, Any]:
        """The counts for run.json."""
        return {
            "articles": {
                "read": self.articles,
                "new": self.standing["new"],
                "changed": self.standing["changed"],
                "seen_before": self.standing["seen"],
                "without_events": self.without_events,
                "failed": len(self.problems),
            },
            "events_found": self.events,
            "dropped": dict(self.dropped.most_common()),
            "outputs": self.outputs,
            "errors": [
                {"source": str(p.source), "problem": p.problem, "remedy": p.remedy} for p in self.problems
            ],
            "notes": self.notes,
        }


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _plain(text: str) -> str:
    """Text without any meaning in Markdown or HTML."""
    return "`" + html.escape(text.replace("`", "'").replace("\n", " ")) + "`"
