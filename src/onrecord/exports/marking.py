"""The text of an article cut at every edge of a span, so that overlapping statements can be marked in place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from onrecord.model import EXPECTATION_KINDS, Article, Span, Statement

Role: TypeAlias = Literal["content", "expectation", "source", "cue", "insertion", "time", "figure", "population"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that the same spans cover. ``statements`` are the numbers whose content it is in."""

    words: str
    roles: frozenset[Role] = frozenset()
    statements: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    """The numbers of the statements whose content begins here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph in pieces, and the numbers (from 1) of the statements that begin in it."""

    pieces: tuple[Piece, ...]
    statements: tuple[int, ...]
    title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    span: Span
    role: Role
    number: int
    first: bool = False


def paragraphs(article: Article, statements: tuple[Statement, ...]) -> tuple[Paragraph, ...]:
    """The title and the paragraphs of an article, marked. Numbers count ``statements`` from 1."""
    title = article.title_span
    spans = (title, *article.paragraphs) if title.end else article.paragraphs
    buckets: list[list[_Layer]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for layer in _layers(statements):
        at = max(bisect_right(starts, layer.span.start) - 1, 0)
        while at < len(spans) and spans[at].start < layer.span.end:
            buckets[at].append(layer)
            at += 1
    return tuple(
        _paragraph(article, span, layers, title=span is title) for span, layers in zip(spans, buckets, strict=True)
    )


def _layers(statements: tuple[Statement, ...]) -> Iterator[_Layer]:
    for number, statement in enumerate(statements, 1):
        content: Role = "expectation" if statement.kind in EXPECTATION_KINDS else "content"
        for position, span in enumerate(statement.content):
            yield _Layer(span=span, role=content, number=number, first=position == 0)
        yield from _plain(statement.source, "source", number)
        yield from _plain(statement.cue, "cue", number)
        yield from _plain(statement.insertions, "insertion", number)
        if statement.due:
            yield _Layer(span=statement.due.span, role="time", number=number)
        for figure in statement.figures:
            yield _Layer(span=figure.span, role="figure", number=number)
            if figure.population:
                yield _Layer(span=figure.population, role="population", number=number)


def _plain(spans: Iterable[Span], role: Role, number: int) -> Iterator[_Layer]:
    return (_Layer(span=span, role=role, number=number) for span in spans)


def _paragraph(article: Article, span: Span, layers: list[_Layer], *, title: bool) -> Paragraph:
    edges = {span.start, span.end}
    for layer in layers:
        edges |= {edge for edge in layer.span if span.start < edge < span.end}
    pieces = tuple(_piece(article, Span(*ends), layers) for ends in pairwise(sorted(edges)))
    opened = dict.fromkeys(number for piece in pieces for number in piece.opens)
    return Paragraph(pieces=pieces, statements=tuple(opened), title=title)


def _piece(article: Article, span: Span, layers: list[_Layer]) -> Piece:
    covering = [layer for layer in layers if layer.span.start <= span.start and span.end <= layer.span.end]
    contents = [layer for layer in covering if layer.role in {"content", "expectation"}]
    return Piece(
        words=article[span],
        roles=frozenset(layer.role for layer in covering),
        statements=tuple(sorted({layer.number for layer in contents})),
        opens=tuple(layer.number for layer in contents if layer.first and layer.span.start == span.start),
    )
