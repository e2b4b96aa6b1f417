"""What came of many pages: counted as they come, told at the end."""

from __future__ import annotations

from collections import Counter

from onrecord.cli.app import err, out, pages
from onrecord.errors import PageError
from onrecord.model import Added
from onrecord.pipeline.gathering import Passed

_OF_NO_NOTE = frozenset({"unchanged", "asked for a short while ago"})
"""Why a page was passed over that is there already."""


class Report:
    """Counts of outcomes."""

    def __init__(self) -> None:
        self.new = self.changed = self.known = self.statements = 0
        self.instead: list[Added] = []
        self.skipped: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    def count(self, outcome: Added | PageError | Passed) -> None:
        """One more."""
        if isinstance(outcome, PageError):
            self.failed[reason(outcome)] += 1
        elif isinstance(outcome, Passed):
            if outcome.why in _OF_NO_NOTE:
                self.known += outcome.count
            else:
                self.skipped[outcome.why] += outcome.count
        else:
            self._added(outcome)

    def _added(self, outcome: Added) -> None:
        if not outcome.new or (outcome.known and not outcome.revises):
            self.known += 1
        elif outcome.revises:
            self.changed += 1
        else:
            self.new += 1
            self.statements += outcome.statements
        if outcome.instead:
            self.instead.append(outcome)

    def tell(self) -> None:
        """New, changed and unchanged ones on standard output; what was passed over or failed, by reason, beside."""
        out.print(", ".join(self._kept()) + ".")
        for added in self.instead:
            out.print(f"The address of {added.instead} tells quite another story now: kept as {added.article}.")
        for why, count in sorted(self.skipped.items()):
            err.print(f"{count:,} left: {why}.", style="dim", markup=False)
        if count := self.failed.total():
            err.print(f"{pages(count)} could not be read; the rest went on.")
            for why, number in self.failed.most_common():
                err.print(f"  {number:>5,}  {why}", markup=False)

    def _kept(self) -> list[str]:
        new, said = self.new, self.statements
        parts = [f"{new} new page{'' if new == 1 else 's'} with {said} statement{'' if said == 1 else 's'}"]
        if self.changed:
            parts.append(f"{self.changed} changed")
        if self.known:
            parts.append(f"{self.known} already there")
        return parts


def reason(error: PageError) -> str:
    """What kind of failure it is, in words."""
    first = (type(error).__doc__ or "").strip().splitlines()[0]
    return first[:1].lower() + first[1:].rstrip(".")
