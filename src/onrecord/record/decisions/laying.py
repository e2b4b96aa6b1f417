"""What people decided, laid over what the program found: the oldest decision first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import Connection

from onrecord.model import Article, Comparison, Decision, Statement
from onrecord.moments import redated
from onrecord.record import codec
from onrecord.record.decisions import rows, verbs
from onrecord.record.decisions.standing import standing

Together: TypeAlias = Callable[[Comparison, Sequence[Decision]], Comparison]


def laid(
    connection: Connection, article: Article, statements: tuple[Statement, ...]
) -> tuple[Article, tuple[Statement, ...]]:
    """An article and its statements with the decisions in force on it, whichever it came with."""
    decided = over_article(article, standing(rows.history(connection, target=codec.storable(article.id))))
    if decided == article:
        return article, statements
    return decided, tuple(redated(s, decided.date) for s in statements)


def over_article(article: Article, decisions: Iterable[Decision]) -> Article:
    """An article with these decisions and no others."""
    by_name = {verb.name: verb for verb in verbs.on_articles()}
    for verb in by_name.values():
        article = verb.cleared(article)
    for decision in decisions:
        if decision.verb in by_name:
            article = by_name[decision.verb].laid(article, decision)
    return article


def over_comparison(connection: Connection, comparison: Comparison) -> Comparison:
    """What the program found in a comparison, with the decisions in force."""
    known = verbs.on_comparisons()
    return over(comparison, standing(rows.of_verbs(connection, tuple(known))) if known else ())


def over(comparison: Comparison, decisions: Iterable[Decision]) -> Comparison:
    """A comparison with these decisions. Those that are laid together touch nothing that others do."""
    known = verbs.on_comparisons()
    several: dict[Together, list[Decision]] = {}
    for decision in decisions:
        verb = known.get(decision.verb)
        if verb is not None and verb.together is not None:
            several.setdefault(verb.together, []).append(decision)
        elif verb is not None:
            comparison = verb.laid(comparison, decision)
    for together, some in several.items():
        comparison = together(comparison, some)
    return comparison
