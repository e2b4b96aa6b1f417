"""What differs inside one sentence: figures, quotations, and all else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Change, ChangeKind, Edit, Figure, Span
from onrecord.revising.aligning import gaps
from onrecord.revising.numbers import named, value
from onrecord.revising.pairing import ALIKE, alike, best
from onrecord.revising.units import Unit, plain, quotations, tokens, words

_MASK = "\0"
_MASKS = re.compile("\0+")
_MOST = 20
"""Quotations of one sentence that are looked at: more is no sentence."""


def changes_within(before: Unit, after: Unit, find: Callable[[str], Sequence[Figure]]) -> Iterator[Change]:
    """The changes that make one sentence the other one."""
    one, other = before.visible, after.visible
    edits = edits_of(before, after)
    figures = _figures(find(one), find(other))
    for was, now in figures:
        yield Change(kind="figure", words=named(was, now), edits=edits)
    masked = _masked(one, [was.span for was, _ in figures]), _masked(other, [now.span for _, now in figures])
    if _rest(masked[0]) == _rest(masked[1]):
        return
    told = list(_quotations((one, masked[0]), (other, masked[1])))
    for kind, line in told:
        yield Change(kind=kind, words=line, edits=edits)
    if not told or _outside(masked[0]) != _outside(masked[1]):
        yield Change(kind="text changed", words=_line(edits), edits=edits)


def edits_of(before: Unit, after: Unit) -> tuple[Edit, ...]:
    """A sentence's words, in reading order: which stayed, which went, which came."""
    one, other = _chunks(before.visible), _chunks(after.visible)
    found: list[Edit] = []
    to = 0
    for gap in gaps([plain(chunk) for chunk in one], [plain(chunk) for chunk in other]):
        found += [
            Edit("same", "".join(other[to : gap.begin])),
            Edit("removed", "".join(one[gap.start : gap.end])),
            Edit("added", "".join(other[gap.begin : gap.finish])),
        ]
        to = gap.finish
    found.append(Edit("same", "".join(other[to:])))
    return tuple(edit for edit in found if edit.words)


def _chunks(text: str) -> list[str]:
    """The words and marks, each with the white space behind it."""
    starts = [span.start for span in tokens(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _figures(before: Sequence[Figure], after: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The figures that were altered; what only went or came is text."""
    found: list[tuple[Figure, Figure]] = []
    for gap in gaps([value(each) for each in before], [value(each) for each in after]):
        found += zip(before[gap.start : gap.end], after[gap.begin : gap.finish], strict=False)
    return found


def _masked(text: str, spans: Sequence[Span]) -> str:
    for start, end in spans:
        text = text[:start] + _MASK * (end - start) + text[end:]
    return text


def _rest(masked: str) -> str:
    """The text as it is compared, each altered figure being like any other."""
    return plain(_MASKS.sub("\1", masked))


def _quotations(before: tuple[str, str], after: tuple[str, str]) -> Iterator[tuple[ChangeKind, str]]:
    """What became of the quotations; each comes as its text and the same with the altered figures masked."""
    old, new = (
        [(_quote(text, span), _rest(_quote(mask, span))) for span in quotations(text)[:_MOST]]
        for text, mask in (before, after)
    )
    kept = {rest for _, rest in old} & {rest for _, rest in new}
    left = [text for text, rest in old if rest not in kept]
    come = [text for text, rest in new if rest not in kept]
    pairs = _alike(left, come)
    for i, j in sorted(pairs.items()):
        yield "quotation changed", f"“{left[i]}” → “{come[j]}”"
    yield from (("quotation removed", f"“{text}”") for i, text in enumerate(left) if i not in pairs)
    yield from (("quotation added", f"“{text}”") for j, text in enumerate(come) if j not in pairs.values())


def _alike(left: Sequence[str], come: Sequence[str]) -> dict[int, int]:
    """Which quotation is which, edited."""
    scored = ((-alike(words(a), words(b), ALIKE), i, j) for i, a in enumerate(left) for j, b in enumerate(come))
    return best((i, j) for score, i, j in sorted(scored) if score)


def _quote(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _outside(masked: str) -> str:
    """What stands outside of the quotations, marks that only hold them left out."""
    for span in reversed(quotations(masked)):
        masked = masked[: span.start] + masked[span.end :]
    return _rest(masked).replace('"', " ").strip()


def _line(edits: Sequence[Edit]) -> str:
    """The words that were altered: ``July → August``."""
    removed, added = (" … ".join(e.words.strip() for e in edits if e.what == what) for what in ("removed", "added"))
    if not removed:
        return f"added: {added}"
    return f"{removed} → {added}" if added else f"removed: {removed}"
