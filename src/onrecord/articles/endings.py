"""What pages append to the last sentence of a story: licences, rights, the initials of a desk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.credit.agencies import canonical
from onrecord.model import Chrome

_REACH = 300  # characters at the end of the last paragraph that are looked at
_LICENCE = re.compile(
    r"(?:^|(?<=[\s).”\"]))(?:All content by |All contents? © |This (?:work|article|content|story) is licensed "
    r"|© ?\d{4} |Copyright (?:©|\d{4})|All rights reserved)[^\n]{0,250}$",
    re.I,
)
_INITIALS = re.compile(
    r"(?:(?<=[.?!”\")])\s+|^)(?:[A-Z]{2}(?:/[A-Z]{2,4}){0,3}|[A-Z]{3,4}(?:/[A-Z]{2,4}){1,3}|[A-Z]{2,3} \d{1,3})$"
)
_LAST = 2  # paragraphs


def without_endings(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[Chrome, ...]]:
    """The paragraphs without what was appended to the last ones, and that as chrome."""
    kept = list(paragraphs)
    chrome: list[Chrome] = []
    for at in range(len(kept) - 1, max(-1, len(kept) - 1 - _LAST), -1):
        kept[at], cut = _cut(kept[at])
        chrome[:0] = cut
    return tuple(line for line in kept if line), tuple(chrome)


def _signs(ending: str) -> bool:
    """Whether an agency signs with these initials: "AFP/AP" is a credit."""
    return any(len(part) > 2 and canonical(part) for part in ending.strip().split("/"))


def _cut(line: str) -> tuple[str, list[Chrome]]:
    found: list[Chrome] = []
    for pattern, reason in ((_LICENCE, "licence or rights"), (_INITIALS, "a desk's initials")):
        start = max(0, len(line) - _REACH)
        if (match := pattern.search(line, start)) and not _signs(match.group()):
            found.insert(0, Chrome(words=match.group().strip(), reason=reason))
            line = line[: match.start()].rstrip()
    return line, found
