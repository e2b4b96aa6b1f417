"""Origins: what each article can be traced back to, by copies and credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from onrecord.model import Article, Copy, Origin


def trace_origins(articles: Mapping[str, Article], copies: tuple[Copy, ...]) -> tuple[Origin, ...]:
    """One origin for each article or body that others go back to; N articles with one origin are one source.

    An article that copies none is its own origin, by its name, or by the agency that it credits.
    """
    original = {copy.copy: copy for copy in copies}
    groups: dict[str, list[str]] = defaultdict(list)
    for id in sorted(articles):
        groups[_root(id, original)].append(id)
    return tuple(_origin(articles[root], tuple(ids), original) for root, ids in sorted(groups.items()))


def _root(id: str, original: Mapping[str, Copy]) -> str:
    seen = [id]
    while id in original and original[id].original not in seen:
        id = original[id].original
        seen.append(id)
    # In a circle everyone has the same root, wherever the walk began.
    return min(seen[seen.index(original[id].original) :]) if id in original else id


def _origin(root: Article, ids: tuple[str, ...], original: Mapping[str, Copy]) -> Origin:
    agency = next((name for name in root.credits if name != root.outlet), None)
    reasons = sorted({original[id].why for id in ids if id in original})
    credited = [f"it credits {agency}, whose own article is not here"] if agency else []
    return Origin(
        name=agency or root.outlet or root.title or root.id,
        article=root.id,
        articles=ids,
        why="; ".join([*credited, *(f"copied: {reason}" for reason in reasons)]) or "nothing here that it copies",
    )
