"""Whose words these are: outlets and agencies that an article names as the origin of its own content.

"told AFP" is where somebody spoke, and no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.articles.credit.agencies import NAME, canonical, in_slot, named_in
from onrecord.articles.credit.datelines import dateline_of
from onrecord.languages import table

_LEAD = 600  # characters in which a report is credited
_TAIL = 3  # closing paragraphs that may be a credit line
_LONGEST_LINE = 160
_REPORTS = re.compile(
    r"(?:\s+(?:news agency|news|agency|website|newspaper|daily|channel|television|TV|radio|network|online))?,?"
    r"\s+(?:has |have |had |also |further |earlier |later )?"
    r"(?:reports?|reported|reporting|writes|wrote|informs|informed|announced)\b"
)
_FEW_WORDS = r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
_VIA = re.compile(
    r"\b(?:according to|reported by|told by|citing|quoting|quoted by|cited by|reports|reported|via|with reference to"
    r"|referring to)" + _FEW_WORDS
)
_VENUE = re.compile(
    r"\b(?:told|tells|telling|told to|speaking to|speaking with|interview with|interviewed by)" + _FEW_WORDS
)
_SEVERAL = rf"(?P<names>{NAME}(?:(?:,| and| &|/|-) ?{NAME}){{0,4}})"
_SOURCE_LINE = re.compile(
    r"(?:^|[\[(]|[.!?”\"]\s)\s*(?:Source|Sources|Via|Credit|Agency)\s*:\s*"
    r"(?P<names>\w[\w.&'’ ,/-]{1,60}?)\s*[\])]?\.?$",
    re.I,
)
_SOURCE_ALONE = re.compile(rf"Sources? {_SEVERAL}(?: and agencies)?$")
_REPORTED_LAST = re.compile(rf"(?:^|[\s,])(?P<name>{NAME}) (?:has )?(?:reported|reports)\.?$")
_WITH_HELP = re.compile(
    r"\b(?:reporting|reports|files|inputs?|material|contributions?)(?: also)? (?:by|from|of) (?P<names>[^.()]{2,80})",
    re.I,
)
_SIGNATURE = re.compile(rf"(?:[-–—]{{1,2}}\s*|\(){_SEVERAL}\)?\.?$")
_ALONE = re.compile(rf"{_SEVERAL}\.?$")
_BETWEEN = re.compile(r"\s*(?:,| and |&|/| with )\s*")


_NOBODY = ("agencies", "staff", "news agencies", "own sources")
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")
_NAME_BEFORE = re.compile(r"(?<!\w)(?!\w+day\b)[A-Z][\w'’-]*\s+\(?$")
_RELAYED = re.compile(
    rf"(?:^|[,.]\s+)(?P<first>{NAME}) (?:reports?|reported),? (?:quoting|citing|with reference to) (?P<second>{NAME})"
)


_IN_BYLINE = re.compile(rf"^(?:by|from)\b.{{1,120}}(?:\band|[/,&|]|\bvia|\bfor)\s+(?P<name>{NAME})$", re.I)
_AGENCY = r"[,\s–—-]{1,5}(?:the\s)?(?:\w+\s){0,4}(?:Agency|Newswire|News Service)\b"


def credits_of(
    paragraphs: Sequence[str], *, chrome: Iterable[str] = (), signed: Iterable[str] = (), bylines: Iterable[str] = ()
) -> tuple[str, ...]:
    """The names, in the order of the article: dateline, lead, byline, closing lines.

    ``signed`` are the names in the byline, ``bylines`` its lines, ``chrome`` lines below the story.
    """
    lead = paragraphs[0] if paragraphs else ""
    found = [
        *_of_dateline(lead),
        *_of_lead(lead[:_LEAD]),
        *(name for words in signed if (name := canonical(words))),
        *(name for line in bylines for name in _of_byline(line)),
        *(name for line in (*paragraphs[:1], *paragraphs[-_TAIL:], *chrome) for name in _of_line(line)),
        *_of_last_words(paragraphs[-1] if paragraphs else ""),
    ]
    return tuple(dict.fromkeys(found))


def without_own(credits: tuple[str, ...], outlet: str | None, source: str) -> tuple[str, ...]:  # noqa: A002 - the word of TERMS
    """An outlet's name in its own dateline credits nobody; an agency's is kept, for its copies are told by it."""
    if outlet not in credits or outlet in table("en", "outlets")["agencies"]:
        return credits
    is_agency = re.search(re.escape(outlet) + _AGENCY, source)
    return credits if is_agency else tuple(name for name in credits if name != outlet)


def _of_byline(line: str) -> Iterator[str]:
    """An agency that is named last, beside people or a desk: "By our foreign staff and TASS"."""
    if match := _IN_BYLINE.match(line[:_LONGEST_LINE]):
        yield from _all_known(match["name"])


def _of_dateline(lead: str) -> Iterator[str]:
    dateline = dateline_of(lead)
    if dateline and dateline.agency:
        yield dateline.agency


def _of_lead(lead: str) -> Iterator[str]:
    """Who the lead says reports it: "…, IRNA reported", "APA reports quoting TASS", "according to SANA"."""
    for match in _RELAYED.finditer(lead):
        yield from (in_slot(match["first"]), in_slot(match["second"]))
    named = named_in(lead)
    for hit in named:
        before, after = lead[max(0, hit.start - 60) : hit.start], lead[hit.end : hit.end + 60]
        if _VENUE.search(before):
            continue
        if _REPORTS.match(after) or _VIA.search(before):
            yield hit.name


def _of_line(line: str) -> Iterator[str]:
    """The names in a closing line that is a credit, or ends in one."""
    line = line.strip()
    tail = line[-_LONGEST_LINE:]
    if match := _WITH_HELP.search(tail):
        yield from (hit.name for hit in named_in(match["names"]))
    elif match := _SOURCE_LINE.search(tail):
        yield from _listed(match["names"])
    elif match := _SOURCE_ALONE.match(line):
        yield from (name for words in _BETWEEN.split(match["names"]) if (name := canonical(words)))
    elif (match := _last_signature(tail)) or (len(line) <= 40 and (match := _ALONE.match(line))):
        yield from _all_known(match["names"])


def _of_last_words(paragraph: str) -> Iterator[str]:
    """A known agency that the story's last words name: "…, FNA reported"."""
    match = _REPORTED_LAST.search(paragraph, max(0, len(paragraph) - _LONGEST_LINE))
    if match and (name := canonical(match["name"])):
        yield name


def _last_signature(tail: str) -> re.Match[str] | None:
    """The signature that the line ends with: searched from each mark that can begin one, the last first."""
    marks = [match.start() for match in re.finditer(r"[-–—(]", tail)]
    matches = (_SIGNATURE.match(tail, at) for at in reversed(marks[-6:]))
    found = next((match for match in matches if match), None)
    return None if found and _is_short_for(found["names"], tail[: found.start()]) else found


def _listed(names: str) -> Iterator[str]:
    for name in filter(None, _BETWEEN.split(names)):
        if known := canonical(name) or canonical(name.title()):
            yield known
        elif name[0].isupper() and name.lower() not in _NOBODY:
            yield in_slot(name)


def _all_known(names: str) -> Iterator[str]:
    """Unless all are agencies or outlets, or written like initials, it is some other remark in brackets."""
    found = [canonical(name) or _initials(name) for name in _BETWEEN.split(names)]
    if all(found):
        yield from (name for name in found if name)


def _initials(name: str) -> str | None:
    return name if 3 <= len(name) <= 10 and name.isupper() and name.isalpha() else None


def _is_short_for(name: str, before: str) -> bool:
    """Initials of the words before them: "the World Health Organization (WHO)"."""
    letters = "".join(word[0] for word in _CAPITALISED.findall(before[-120:]))
    return letters.endswith(name) or (canonical(name) is None and bool(_NAME_BEFORE.search(before)))
