"""Runs of capitalised words: where a name may begin, and how far it may go on."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.resolution.lexicon import Lexicon, bare, lexicon
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Token, Words


def runs(words: Words, tags: Tags, lower: set[str], inner: set[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each run. ``lower``, ``inner``: words seen in small letters; with a capital inside."""
    tokens, at, known = words.tokens, 0, lexicon()
    while at < len(tokens):
        named = tags.body_end(at) > 0 or (tokens[at].capital and bare(tokens[at].text) in tags.surnames)
        begins = named or _begins(tokens, at, known, lower, inner)
        if (
            not begins
            or (tags.body_end(at + 1) > 0 and tokens[at].lower in known.determiners)
            or words.line_at(tokens[at].start) in words.shouted
        ):
            at += 1
            continue
        last = at
        while (step := _next(tokens, last, known)) is not None:
            last = step
        last = _extended(tokens, at, last, tags)
        if last - at < 5 or not all(t.text.isupper() for t in tokens[at : last + 1]):
            yield at, last
        at = last + 1


def _begins(tokens: list[Token], at: int, known: Lexicon, lower: set[str], inner: set[str]) -> bool:
    token = tokens[at]
    word = bare(token.text)
    if not token.capital or word in known.calendar or (len(word) == 1 and word in ("i", "a")):
        return False
    titled = (word,) in known.honorifics and word in known.short_titles  # "Sen. Karl Lund"
    if word in known.starters and not titled and not (token.text.isupper() and len(token.text) > 1):
        return _starts_name(tokens, at, known)
    if not token.opens:
        return True
    if (
        word in known.given
        or (word,) in known.honorifics
        or (word,) in known.places
        or (word,) in known.demonyms
        or word in inner
    ):
        return True
    common = word in known.documents | known.body_nouns | known.plural_roles
    return (
        not common and word not in lower and not word.endswith(("ly", "ing")) and not _may_be_plural(tokens, at, known)
    )


def _may_be_plural(tokens: list[Token], at: int, known: Lexicon) -> bool:
    """Whether a sentence's first word looks like a common noun in the plural, with no second capital to help it."""
    word = bare(tokens[at].text)
    followed = at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].gap.isspace()
    return (
        word.endswith("s")
        and not word.endswith("ss")
        and not followed
        and (word,) not in known.known_bodies | known.outlets.keys()
    )


def _starts_name(tokens: list[Token], at: int, known: Lexicon) -> bool:
    """Whether a word that mostly only begins sentences begins a name here: New York, First Lund Bank."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.capital or not after.gap.isspace():
        return False
    pair = (bare(tokens[at].text), bare(after.text))
    return not tokens[at].opens or pair in known.known_pairs


def _next(tokens: list[Token], at: int, known: Lexicon) -> int | None:
    """The index of the next word of the same run, over one small word inside a name."""
    if at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    if tokens[at].possessive:
        return at + 1 if _is_office(tokens[at], after, known) else None
    if not _joined(tokens[at], after):
        return None
    if after.capital:
        named = bare(tokens[at].text) in known.given and not bare(after.text).endswith("day")  # Anna May
        dated = bare(after.text) in known.calendar and not named
        return None if dated or after.text == "I" else at + 1
    if after.text in known.particles and at + 2 < len(tokens):
        beyond = at + 2
        if tokens[beyond].text in known.particles and beyond + 1 < len(tokens):
            beyond += 1
        return beyond if tokens[beyond].capital and tokens[beyond].gap.isspace() else None
    return None


def _is_office(holder: Token, after: Token, known: Lexicon) -> bool:
    """Whether a body is called by its holder: the Lund Sheriff's Office."""
    held = holder.capital and (bare(holder.text),) in known.roles
    return (
        held and after.capital and after.gap.strip() in ("'s", "’s", "'", "’") and bare(after.text) in known.body_heads
    )


def _extended(tokens: list[Token], first: int, last: int, tags: Tags) -> int:
    """Takes in "of …" after a body or title word: Ministry of Foreign Affairs, Secretary of State."""
    known = lexicon()
    while True:
        at = last + 1
        while at < len(tokens) and at - last <= 2 and tokens[at].text in known.connectors:
            at += 1
        if at == last + 1 or at >= len(tokens):
            return last
        if not tags.joins(last, at) and not _bridges(tokens, (first, last, at), known):
            return last
        last = at
        while (step := _next(tokens, last, known)) is not None:
            last = step


def _bridges(tokens: list[Token], places: tuple[int, int, int], known: Lexicon) -> bool:
    first, last, at = places
    between = [t.text for t in tokens[last + 1 : at]]
    plain = all(t.gap.isspace() for t in tokens[last + 1 : at + 1]) and tokens[at].capital
    if not plain or tokens[last].possessive or bare(tokens[at].text) in known.calendar:
        return False
    if tuple(bare(t.text) for t in tokens[first : at + 1]) in known.long_names:
        return True
    if between[0] == "on":
        return bare(tokens[last].text) in ("commission", "committee", "council", "conference", "convention", "center")
    if between[0] in ("of", "for"):
        head = bare(tokens[last].text)
        several = last > first or (tokens[last].text.endswith("s") and tokens[min(at + 1, len(tokens) - 1)].capital)
        grouped = between == ["for"] and several and bare(tokens[first].text) not in known.given
        return (
            grouped
            or head in known.body_heads
            or tuple(bare(t.text) for t in tokens[last : at + 1]) in known.long_titles
        )
    heads = [bare(tokens[i - 1].text) for i in range(max(first + 1, last - 3), last) if tokens[i].text in ("of", "for")]
    inside = any(head not in known.whole for head in heads)
    inside = inside or bare(tokens[last].text) in known.topics or (first == last - 1 and tokens[first].lower == "house")
    return between in (["and"], ["&"]) and inside and bare(tokens[at].text) not in known.given


def _joined(before: Token, after: Token) -> bool:
    if after.gap in (" ", "\u00a0"):
        return True
    short = len(before.text) == 1 or (len(before.text) <= 4 and before.text[0].isupper())
    slashed = after.gap == "/" and after.capital and len(before.text) > 2
    return slashed or (after.gap == ". " and short and not after.opens)
