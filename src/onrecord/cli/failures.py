"""What could not be had or read, listed."""

from __future__ import annotations

from datetime import datetime

from rich.text import Text

from onrecord.cli.app import out
from onrecord.pipeline.face import Record


def show_failures(opened: Record) -> None:
    """Each with its reason, when it failed, and when it can be tried again."""
    lines = [
        _line(each.problem or "", each.asked_at, each.next_at, tries=each.tries)
        for each in opened.store.addresses.failures()
    ]
    lines += [_line(each.problem, each.capture.captured_at, None) for each in opened.store.failures()]
    for line in lines:
        out.print(line, soft_wrap=True)
    if not lines:
        out.print("Nothing that failed is left to be tried again.", style="dim")


def _line(problem: str, at: datetime | None, next_at: datetime | None, *, tries: int = 1) -> Text:
    tried = f"  (tried {tries} times)" if tries > 1 else ""
    again = f"; not before {next_at:%Y-%m-%d %H:%M} UTC" if next_at else ""
    return Text.assemble((f"{at:%Y-%m-%d %H:%M}  " if at else "", "dim"), problem, (tried + again, "dim"))
