"""What a command would do, told instead of done."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from onrecord.cli.app import err, out
from onrecord.pipeline.face import Record
from onrecord.pipeline.gathering import Order
from onrecord.pipeline.gathering.dry import would
from onrecord.settings import Settings

_TOLD = {"read": "to read", "fetch": "to fetch", "skip": "to leave", "fail": "that would fail"}


def tell_what_would_be(order: Order, settings: Settings, opened: Record | None = None) -> None:
    """One line for each page, then how many there are of each."""
    counts: Counter[str] = Counter()
    for each in would(order, settings, opened.store if opened else None):
        counts[each.what] += 1
        style = {"skip": "dim", "fail": "red"}.get(each.what, "bold")
        out.print(Text.assemble((f"{each.what:<6}", style), each.name, (f"  {each.why}", "dim")), soft_wrap=True)
    told = ", ".join(f"{count:,} {_TOLD[what]}" for what, count in counts.items())
    err.print(f"Nothing was done: {told or 'nothing to do'}.", style="dim")
