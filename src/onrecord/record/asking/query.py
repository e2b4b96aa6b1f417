"""What a person types into a search, as an FTS5 expression: words, ``"phrases"`` and ``beginnings*``, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.errors import QueryError
from onrecord.record import codec
from onrecord.record.names import wanted

MOST_TERMS = 64
"""More words than this in one search are refused."""

_OPEN = {'"': '"', "“": '”„“"', "„": '“”"', "«": "»", "”": '”"'}
_SPACE = re.compile(r"\s")


def expression(query: str, *, speaker: str | None = None, spelled: Sequence[str] = ()) -> str | None:
    """The FTS5 expression for a query and a speaker's name; None where neither asks for anything.

    ``spelled``: folded names under which the speaker is found as well.

    Raises:
        QueryError: an unclosed quotation mark, nothing to look for, or too much; the message points at the place.
    """
    terms = _terms(codec.storable(query).replace("\0", " "))
    if speaker is not None:
        words = [f"speaker_words : {_quoted(word)}" for word in wanted(codec.storable(speaker))]
        others = [f"speaker_words : {_quoted(name.strip())}" for name in spelled]
        terms += ["(" + " OR ".join(("(" + " AND ".join(words) + ")", *others)) + ")"] if others else words
    return " AND ".join(terms) or None


def _terms(query: str) -> list[str]:
    terms: list[str] = []
    at = 0
    while at < len(query):
        if _SPACE.match(query[at]):
            at += 1
            continue
        term, end = _phrase(query, at) if query[at] in _OPEN else _word(query, at)
        if any(map(str.isalnum, term)):
            terms.append(_quoted(term))
        if len(terms) > MOST_TERMS:
            raise _pointing(f"this search has more than {MOST_TERMS} words", query, at)
        at = end
    if query.strip() and not terms:
        raise _pointing("there is no word to look for here", query, len(query) - len(query.lstrip()))
    return terms


def _phrase(query: str, at: int) -> tuple[str, int]:
    closing = _OPEN[query[at]]
    end = next((i for i in range(at + 1, len(query)) if query[i] in closing), None)
    if end is None:
        raise _pointing("this quotation mark is never closed", query, at)
    if query[end + 1 : end + 2] == "*":
        return query[at + 1 : end] + "*", end + 2
    return query[at + 1 : end], end + 1


def _word(query: str, at: int) -> tuple[str, int]:
    end = at
    while end < len(query) and not _SPACE.match(query[end]) and (query[end] not in _OPEN or query[end] == "”"):
        end += 1
    return query[at:end], end


def _quoted(term: str) -> str:
    beginning = "*" if term.endswith("*") else ""
    return '"' + term.rstrip("*").replace('"', '""') + '"' + beginning


def _pointing(problem: str, query: str, at: int) -> QueryError:
    # a long query is cut down to the place
    start = max(0, at - 60)
    line = "".join(" " if _SPACE.match(c) else c for c in query[start : at + 60])
    return QueryError(f"{problem}:\n  {line}\n  {' ' * (at - start)}^")
