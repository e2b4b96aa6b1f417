"""What was altered in an article, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.exports import wording
from onrecord.model import Change, Edit, Entry, Revision

AROUND = 60
"""Characters of unaltered text that are shown on each side of what was altered."""
LONGEST = 600
"""Characters of one text that went or came that are shown."""
_STYLES = {"removed": "red", "added": "green", "same": "dim"}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def told(found: Sequence[Revision], statement: Callable[[str], Entry]) -> RenderableType:
    """Each revision with what was altered, the first one first; ``statement`` finds an entry by its id."""
    heading = Text("Revisions", style="bold underline")
    return Group(heading, *(Padding(one(each, statement), (0, 0, 1, 0), expand=False) for each in found))


def one(found: Revision, statement: Callable[[str], Entry]) -> RenderableType:
    """One revision: when it was found, a line for each change, the words, and the statements that vanished."""
    count = len(found.changes)
    head = Text.assemble(
        (f"{found.at:%Y-%m-%d %H:%M} UTC", "bold"), (f"  {count} change{'' if count == 1 else 's'}", "dim")
    )
    return Group(head, Padding(Group(*_lines(found, statement)), (0, 0, 0, 2), expand=False))


def _lines(found: Revision, statement: Callable[[str], Entry]) -> Iterator[RenderableType]:
    shown: set[tuple[Edit, ...]] = set()
    for change in found.changes:
        yield Text.assemble((f"{change.kind}: ", "bold yellow"), change.words)
        # of a sentence with several changes the words are shown once; what only went or came is its own words
        if change.edits not in shown and _is_worth_showing(change):
            shown.add(change.edits)
            yield Padding(altered(change.edits), (0, 0, 0, 4), expand=False)
    for id in found.vanished:
        entry = statement(id)
        yield Text.assemble(
            ("vanished: ", "bold yellow"), f"{wording.who(entry.statement.speaker)}, ", entry.words, (f"  {id}", "dim")
        )


def _is_worth_showing(change: Change) -> bool:
    if len(change.edits) == 1:
        return change.edits[0].words != change.words and change.kind != "moved"
    return change.kind != "headline" and bool(change.edits)


def altered(edits: Iterable[Edit]) -> Text:
    """Words that went in ``[-…-]``, words that came in ``{+…+}``, and as much around them as is needed."""
    pieces = list(edits)
    text = Text()
    for place, (what, words) in enumerate(pieces):
        begins, ends = _MARKS[what]
        told = _cut(words, is_first=place == 0, is_last=place == len(pieces) - 1) if what == "same" else _short(words)
        kept = told.rstrip()
        text.append(f"{begins}{kept}{ends}{told[len(kept) :]}", _STYLES[what])
    return text


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " … "


def _cut(words: str, *, is_first: bool, is_last: bool) -> str:
    """Unaltered words, without those that are far from what was altered."""
    if len(words) <= 2 * AROUND:
        return words
    before = "" if is_first else words[:AROUND].rsplit(" ", 1)[0] + " "
    after = "" if is_last else " " + words[-AROUND:].split(" ", 1)[-1]
    return f"{before}…{after}"
