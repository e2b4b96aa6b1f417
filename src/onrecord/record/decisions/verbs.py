"""The table of verbs."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.record.decisions import fixed_dates, grouped_figures, known_speakers
from onrecord.record.decisions.verb import ArticleVerb, ComparisonVerb, Verb

VERBS: dict[str, Verb] = {
    verb.name: verb for verb in (fixed_dates.VERB, grouped_figures.JOIN, grouped_figures.SPLIT, *known_speakers.VERBS)
}


def named(name: str) -> Verb:
    """A verb by its name.

    Raises:
        UsageError: there is none.
    """
    if name not in VERBS:
        raise UsageError(f"nothing is decided by {name!r}; there are {', '.join(VERBS)}")
    return VERBS[name]


def on_articles() -> tuple[ArticleVerb, ...]:
    """The verbs whose target is an article."""
    return tuple(verb for verb in VERBS.values() if isinstance(verb, ArticleVerb))


def on_comparisons() -> dict[str, ComparisonVerb]:
    """The verbs whose target is something that articles say together, by name."""
    return {name: verb for name, verb in VERBS.items() if isinstance(verb, ComparisonVerb)}
