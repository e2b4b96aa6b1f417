"""Copies: passages of two sentences or more that stand in an earlier article too, and which came first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.comparison.sentences import Sentence, containment, sentences
from onrecord.model import Article, Copy, Passage, Span

SAME = 0.5
"""A sentence is the same, lightly edited, from this share of its shingles on."""
SHORTEST = 2
"""Sentences in a passage (one is enough where it is a whole brief)."""
SHORTEST_LEAD = 6
"""Words in a lead; what is shorter is a dateline."""
LEAST = 0.2
"""An article of which less than this was found elsewhere shares a passage, but is no copy."""
BOILERPLATE = 50
"""A shingle that stands in more articles than this joins nothing: a footer, a template."""
FEWEST_SHARED = 6
"""Shingles that two articles have to share before they are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Sentence ``copied`` of one article is sentence ``source`` of another (positions)."""

    copied: int
    source: int


def find_copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """The copies among articles, whatever order they come in; each copy with its one likeliest original."""
    read = {article.id: (article, sentences(article)) for article in articles}
    found: dict[str, list[Copy]] = defaultdict(list)
    for one, other in _candidates({id: made for id, (_, made) in read.items()}):
        copy = _compare(*read[one], *read[other])
        if copy is not None:
            found[copy.copy].append(copy)
    best = (max(copies, key=lambda copy: _rank(copy, read)) for copies in found.values())
    return tuple(sorted(best, key=lambda copy: copy.copy))


def _rank(copy: Copy, read: dict[str, tuple[Article, tuple[Sentence, ...]]]) -> tuple[bool, float, int, str]:
    """An original known to have come first; the one that holds the most of it, the earliest, the smallest id."""
    day = read[copy.original][0].date.latest
    return (copy.ordered, round(copy.containment, 2), -(day.toordinal() if day else 10**7), _reversed(copy.original))


def _reversed(id: str) -> str:
    return "".join(chr(0x10FFFF - ord(letter)) for letter in id)


def _candidates(read: dict[str, tuple[Sentence, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share enough rare shingles."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id in sorted(read):
        for shingle in {shingle for sentence in read[id] for shingle in sentence.shingles}:
            holders[shingle].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= BOILERPLATE:
            shared.update(combinations(ids, 2))
    return (pair for pair in sorted(shared) if shared[pair] >= FEWEST_SHARED)


def _compare(one: Article, its: tuple[Sentence, ...], other: Article, others: tuple[Sentence, ...]) -> Copy | None:
    order = _later(one, its, other, others)
    if not order.one_is_copy:
        one, its, other, others = other, others, one, its
    matches = tuple(_matches(its, others))
    passages = _passages(matches, its)
    if not passages or _is_background(matches, its, others):
        return None
    covered = sum(len(its[at].words) for run in passages for at in range(run[0].copied, run[-1].copied + 1))
    share = covered / sum(len(sentence.words) for sentence in its)
    if share < LEAST:
        return None
    return Copy(
        copy=one.id,
        original=other.id,
        containment=round(share, 3),
        passages=tuple(_aligned(run, its, others) for run in passages),
        why=order.why,
        ordered=order.known,
    )


def _passages(matches: Sequence[_Match], copied: Sequence[Sentence]) -> tuple[list[_Match], ...]:
    """Runs of matching sentences that follow one another in both; none where no run is long enough for a copy.

    Once one is, single sentences taken from elsewhere in the source belong to the copy too.
    """
    runs: list[list[_Match]] = []
    for match in matches:
        last = runs[-1][-1] if runs else None
        if last and match.copied == last.copied + 1 and 0 <= match.source - last.source <= SHORTEST:
            runs[-1].append(match)
        else:
            runs.append([match])
    return tuple(runs) if any(_is_passage(run, copied) for run in runs) else ()


def _is_passage(run: Sequence[_Match], copied: Sequence[Sentence]) -> bool:
    """Two sentences or more, or a whole brief, and not a public quotation alone."""
    long_enough = len(run) >= SHORTEST or len(run) == len(copied)
    return long_enough and not all(copied[match.copied].quoted for match in run)


def _matches(copied: Sequence[Sentence], source: Sequence[Sentence]) -> Iterator[_Match]:
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, sentence in enumerate(source):
        for shingle in sentence.shingles:
            holders[shingle].append(at)
    expected = 0
    for at, sentence in enumerate(copied):
        votes = Counter(where for shingle in sentence.shingles for where in holders.get(shingle, ()))
        if not votes:
            continue
        # Of sentences that share as much, the one that follows the last match: copies keep the order.
        best = max(votes, key=lambda where: (votes[where], where == expected, -where))
        if max(containment(sentence, source[best]), containment(source[best], sentence)) >= SAME:
            expected = best + 1
            yield _Match(copied=at, source=best)


def _is_background(matches: Sequence[_Match], its: Sequence[Sentence], others: Sequence[Sentence]) -> bool:
    """The same paragraphs under different news: neither story's lead is in them, and less than half of the source."""
    if any(match.copied <= _lead(its) or match.source <= _lead(others) for match in matches):
        return False
    taken = {match.source for match in matches}
    return 2 * sum(len(others[at].words) for at in taken) < sum(len(sentence.words) for sentence in others)


def _lead(story: Sequence[Sentence]) -> int:
    """The first whole sentence: what stands before it is a dateline."""
    return next((at for at, sentence in enumerate(story) if len(sentence.words) >= SHORTEST_LEAD), 0)


def _aligned(run: list[_Match], its: Sequence[Sentence], others: Sequence[Sentence]) -> Passage:
    sources = [match.source for match in run]
    return Passage(
        copied=Span(its[run[0].copied].span.start, its[run[-1].copied].span.end),
        source=Span(others[min(sources)].span.start, others[max(sources)].span.end),
    )


# ── which came first ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Which of two articles is the copy, why, and whether that is known."""

    one_is_copy: bool
    why: str
    known: bool = True


def _later(one: Article, its: tuple[Sentence, ...], other: Article, others: tuple[Sentence, ...]) -> _Order:
    credited = _credited(one, other)
    if credited is not None:
        return credited
    days = (one.date.earliest, other.date.earliest)
    if days[0] and days[1] and days[0] != days[1]:
        later = days[0] > days[1]
        return _Order(one_is_copy=later, why=f"the other was published earlier, on {days[1] if later else days[0]}")
    lengths = [sum(len(sentence.words) for sentence in made) for made in (its, others)]
    if lengths[0] != lengths[1]:
        fuller = "the other is fuller; which came first is not known"
        return _Order(one_is_copy=lengths[0] < lengths[1], why=fuller, known=False)
    return _Order(one_is_copy=one.id > other.id, why="the same words; which came first is not known", known=False)


def _credited(one: Article, other: Article) -> _Order | None:
    """An article that credits the other's outlet, or an agency whose own dispatch the other is, is the copy."""
    one_credits, other_credits = _credits_outlet(one, other), _credits_outlet(other, one)
    if one_credits == other_credits:
        return None
    credited = other.outlet if one_credits else one.outlet
    return _Order(one_is_copy=one_credits, why=f"it credits {credited}")


def _credits_outlet(copy: Article, original: Article) -> bool:
    own = (copy.outlet or "").casefold()
    return bool(original.outlet) and any(
        name.casefold() == (original.outlet or "").casefold() != own for name in copy.credits
    )
