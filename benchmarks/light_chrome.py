"""Light chrome: a story with three to ten real chrome lines of other pages before, inside and after it.

Made anew from the data by a seed, so that no text stands in the repository. Used by ``body.py`` to score
and by ``training/lines`` to train (there from the training folds' pages alone).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 300
"""Characters of a chrome line that is put around a story: more is somebody else's story."""


@dataclass(frozen=True, slots=True)
class LightPage:
    """``story[i]`` is True for the lines of the body, False for chrome, None for the title."""

    lines: tuple[str, ...]
    story: tuple[bool | None, ...]
    text: str


def light_page(title: str, paragraphs: Sequence[str], chrome: Sequence[Sequence[str]], rng: random.Random) -> LightPage:
    """One page: chrome drawn from other pages' chrome lines (one list a page, in their order)."""
    before = _draw(chrome, rng.randint(1, 4), rng)
    after = _draw(chrome, rng.randint(2, 4), rng)
    inside = _draw(chrome, rng.choice((0, 0, 1, 2)), rng)
    marked: list[tuple[str, bool | None]] = [(line, False) for line in before]
    marked += [(title, None)] * bool(title)
    body: list[tuple[str, bool | None]] = [(line, True) for line in paragraphs]
    for line in inside:
        body.insert(rng.randint(1, max(1, len(body))), (line, False))
    marked += body + [(line, False) for line in after]
    lines = tuple(line for line, _ in marked)
    story = tuple(told for _, told in marked)
    return LightPage(lines, story, _laid_out(lines, story, rng))


def _draw(chrome: Sequence[Sequence[str]], count: int, rng: random.Random) -> list[str]:
    """A run of one page's chrome, or single lines of several pages."""
    if rng.random() < 0.5:
        page = rng.choice(chrome)
        start = rng.randrange(max(1, len(page) - count + 1))
        return list(page[start : start + count])
    return [rng.choice(rng.choice(chrome)) for _ in range(count)]


def _laid_out(lines: Sequence[str], story: Sequence[bool | None], rng: random.Random) -> str:
    """As pages are pasted: an empty line between paragraphs or none, lists without one, some indents."""
    paragraph = rng.choice(("\n\n", "\n\n", "\n\n", "\n"))
    indent = " " * rng.choice((0, 0, 0, 2, 4))
    out = []
    for at, (line, told) in enumerate(zip(lines, story, strict=True)):
        if at:
            list_goes_on = told is False and story[at - 1] is False
            out.append("\n" if list_goes_on and rng.random() < 0.6 else paragraph + "\n" * (rng.random() < 0.1))
        out.append(indent * (told is False) + line)
    return "".join(out)
