"""What a verb is: how it is checked, how it is laid over what the program found, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.model import Article, Comparison, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVerb:
    """A verb whose target is an article, by its id. The store finds the article and works its windows out anew."""

    name: str
    checked: Callable[[str], str]
    """What was asked for in the verb's own notation. Raises UsageError: it makes no sense."""
    stands: Callable[[Article], str]
    """What an article says now, in the same notation."""
    cleared: Callable[[Article], Article]
    """An article without any decision of this verb: as the program found it."""
    laid: Callable[[Article, Decision], Article]
    """An article with one decision more."""
    words: Callable[[Decision], str]
    """The decision in words, who and when left out: ``fixed the date as 2017-11-15``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonVerb:
    """A verb whose target is something that articles say together."""

    name: str
    checked: Callable[[Comparison, str, str], tuple[str, str]]
    """The target and what was asked for, in the verb's own notation, given what the comparison is now.

    Raises NotInRecord or UsageError.
    """
    stands: Callable[[Comparison, str], str]
    """What the comparison says of a target now, in the notation of what can be asked for."""
    laid: Callable[[Comparison, Decision], Comparison]
    """A comparison with one decision more; the same one where its target is not there any more."""
    words: Callable[[Decision], str]
    """The decision in words, who and when left out."""
    together: Callable[[Comparison, Sequence[Decision]], Comparison] | None = None
    """What ``laid`` does, for several decisions at once: verbs that share it are laid in one go, in their order."""


Verb: TypeAlias = ArticleVerb | ComparisonVerb
