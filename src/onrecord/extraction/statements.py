"""From attributions to statements: what counts, what is nested, and what follows from the spans."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from onrecord.extraction.floating import with_floating
from onrecord.extraction.forms import form_of, insertions_of
from onrecord.extraction.headings import with_heading
from onrecord.extraction.nesting import nested, passes_on, without_preamble
from onrecord.extraction.precedence import kind_of, stance_of
from onrecord.extraction.quotations import Quotation, quotations
from onrecord.extraction.quoting import unwrapped
from onrecord.extraction.reader import Reader
from onrecord.extraction.scope import counts
from onrecord.model import Article, Attribution, Span, Spans, Statement

_Around: TypeAlias = tuple[frozenset[int], list[int]]
"""Where the quotations of a text end that run on, and where its cues begin."""


def statements_of(article: Article, reader: Reader) -> tuple[Statement, ...]:
    """All statements of an article in text order, each inner one after its outer one."""
    quoted = quotations(article.text)
    found: list[Statement] = []
    read = [unwrapped(article.text, one) for one in reader.attributions(article.text)]
    running = frozenset(quotation.span.end for quotation in quoted if quotation.runs_on)
    around = running, sorted(one.cue[0].start for one in read if one.cue)
    read = [one for one in read if counts(article.text, one)]
    attributions = with_heading(article.text, article.title_span, with_floating(article.text, read, quoted))
    for outer in attributions:
        for attribution in _floated(article.text, outer, around):
            told = tuple(nested(article.text, attribution, reader))
            inner = tuple(_statement(article, one, quoted, reader) for one in told)
            if told and passes_on(article.text, attribution, told):
                found.extend(inner)
                continue
            statement = _statement(article, without_preamble(article.text, attribution, told), quoted, reader)
            found.append(statement)
            found.extend(_inside(one, statement) for one in inner)
    unique = {statement.id: statement for statement in reversed(found)}
    return tuple(sorted(unique.values(), key=_place))


def statement_of(article: Article, attribution: Attribution, reader: Reader) -> Statement:
    """The statement that one attribution makes, whoever found it."""
    return _statement(article, attribution, quotations(article.text), reader)


def _inside(inner: Statement, outer: Statement) -> Statement:
    return replace(inner, reported_in=outer.id) if inner.content[0].start >= outer.content[0].start else inner


def _place(statement: Statement) -> tuple[int, int]:
    first = min(spans[0] for spans in (statement.content, statement.cue) if spans)
    return first.start, -statement.content[-1].end


def _floated(text: str, attribution: Attribution, around: _Around) -> Iterator[Attribution]:
    """Take apart later paragraphs that only quote, unless one quotation runs on, and what stands behind another cue.

    The reader joins them to the cue before, as PolNeAR does; in the record each is a statement of its own,
    whose speaker resolution finds.
    """
    if not attribution.cue:
        yield from (
            Attribution(content=group, confidence=attribution.confidence)
            for group in _groups(text, attribution, around)
        )
        return
    groups = _groups(text, attribution, around)
    anchored = _at_cue(text, groups, attribution.cue[0])
    yield replace(attribution, content=groups[anchored])
    for number, group in enumerate(groups):
        if number != anchored:
            yield Attribution(content=group, confidence=attribution.confidence)


def _groups(text: str, attribution: Attribution, around: _Around) -> list[Spans]:
    """Pieces that share a paragraph with no cue of others between, or that a quotation running on binds together."""
    running, cues = around
    content = attribution.content
    own = attribution.cue[0].start if attribution.cue else -1
    groups: list[Spans] = [content[:1]]
    for piece in content[1:]:
        last = groups[-1][-1]
        between = cues[bisect_left(cues, last.end) : bisect_left(cues, piece.start)]
        near = "\n" not in text[last.end : piece.start] and not any(cue != own for cue in between)
        if near or last.end in running:
            groups[-1] = (*groups[-1], piece)
        else:
            groups.append((piece,))
    return groups


def _at_cue(text: str, groups: list[Spans], cue: Span) -> int:
    """Which group stands in the cue's paragraph, else the first."""
    start, end = text.rfind("\n", 0, cue.start) + 1, text.find("\n", cue.end)
    here = range(start, end if end >= 0 else len(text))
    return next((n for n, group in enumerate(groups) if any(piece.start in here for piece in group)), 0)


def _statement(article: Article, attribution: Attribution, quoted: tuple[Quotation, ...], reader: Reader) -> Statement:
    text = article.text
    insertions = insertions_of(text, attribution.content, quoted)
    judged = reader.judged(text, attribution)
    kind, likely = kind_of(text, attribution, judged)
    return Statement(
        id=_id(article.id, attribution),
        content=attribution.content,
        cue=attribution.cue,
        source=attribution.source,
        insertions=insertions,
        form=form_of(text, attribution.content, quoted, insertions),
        kind=kind,
        stance=stance_of(text, attribution, judged),
        strength=judged.strength,
        in_headline=attribution.content[0].start < article.title_span.end,
        confidence=attribution.confidence,
        kind_confidence=likely,
    )


def _id(article: str, attribution: Attribution) -> str:
    places = ";".join(f"{start}-{end}" for spans in (attribution.content, attribution.cue) for start, end in spans)
    return "s" + hashlib.sha256(f"{article}|{places}".encode()).hexdigest()[:12]
