"""Who spoke: the source of each statement resolved inside its article, or an honest "can't tell"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Article, Span, Spans, Speaker, Statement
from onrecord.resolution import sources
from onrecord.resolution.antecedents import Antecedents
from onrecord.resolution.cast import Cast, Member
from onrecord.resolution.descriptions import bearers
from onrecord.resolution.lexicon import lexicon, phrase
from onrecord.resolution.sources import Source
from onrecord.resolution.tokens import Words
from onrecord.resolution.voices import Voice, first_of, place_of

_NOBODY = Speaker()


class Speakers:
    """The speakers of one article's statements."""

    def __init__(self, article: Article, statements: Iterable[Statement]) -> None:
        self.article = article
        self.words = Words(article.text)
        ordered = sorted(statements, key=first_of)
        self.cast = Cast(self.words, [s for x in ordered for s in x.source])
        self._by_id = {s.id: s for s in ordered}
        self._voices: dict[str, Voice] = {}
        self._spoken: list[tuple[Statement, Voice]] = []
        self._near = Antecedents(self.words, self.cast)
        for statement in (*(s for s in ordered if not s.in_headline), *(s for s in ordered if s.in_headline)):
            self._voice(statement)

    def of(self, statement: Statement) -> Speaker:
        """The speaker of a statement."""
        return self._voices[statement.id].speaker

    def _voice(self, statement: Statement) -> Voice:
        if statement.id in self._voices:
            return self._voices[statement.id]
        self._voices[statement.id] = Voice(_NOBODY)  # stops a circle of statements that report each other
        voice = replace(self._resolve(statement), place=place_of(statement))
        self._voices[statement.id] = voice
        if not statement.in_headline and statement.reported_in is None:
            self._spoken.append((statement, voice))
        return voice

    def _resolve(self, statement: Statement) -> Voice:
        source = sources.read(self.words, self.cast, statement.source)
        if self.words.line_at(place_of(statement)) in self.words.shouted and not source.heads:
            source = self._headline(source)
        match source.sort:
            case "empty":
                return self._silent(statement)
            case "pronoun" | "relative":
                return self._pronoun(statement, source)
            case "names":
                return self._named(source)
            case "body":
                return self._body(source)
            case "role":
                return self._role(statement, source)
            case _:
                return Voice(self._unnamed(source))

    # ── by name ──

    def _named(self, source: Source) -> Voice:
        members = [self.cast.of(m) for m in source.heads]
        if None in members:
            doubtful = next(m for m, member in zip(source.heads, members, strict=True) if member is None)
            return Voice(self._open(self.cast.doubts(doubtful), source))
        sure = tuple(m for m in members if m is not None)
        return self._persons(sure, source.span, self._role_words(source))

    def _persons(self, members: tuple[Member, ...], where: Span, role: str | None = None) -> Voice:
        name = _joined([m.name for m in members])
        own = role or (self._words(members[0].roles[0].span) if len(members) == 1 and members[0].roles else None)
        speaker = Speaker(name=name, role=own, mentions=_ordered([where, *(m.full for m in members)]))
        return Voice(speaker, members)

    def _role_words(self, source: Source) -> str | None:
        """What a source says of its one person besides the name."""
        if len(source.heads) != 1 or source.role is None:
            return None
        text, head = self.words.text, source.heads[0].span
        left = text[source.span.start : head.start].strip(" ,")
        right = text[head.end : source.span.end].strip(" ,()")
        return _plain(left) or _plain(right) or None

    # ── bodies, roles, the unnamed ──

    def _body(self, source: Source) -> Voice:
        member = self.cast.of(source.heads[0]) if source.heads else self._ending_in(source)
        if member is None:
            return Voice(self._unnamed(source))
        return Voice(Speaker(name=self._body_name(member), mentions=_ordered([source.span, member.full])), (member,))

    def _body_name(self, member: Member) -> str:
        """A capital speaks for its country; every other body has its own name."""
        country = lexicon().capitals.get(member.words) or lexicon().countries.get(member.words)
        return country.name if country else member.name

    def _ending_in(self, source: Source) -> Member | None:
        """The body that "the ministry" goes back to: the nearest before it whose name ends so."""
        at = source.span.start
        fits = [m for m in self.cast.bodies if m.words[-1] == source.head or source.head in m.words[:1]]
        met = [m for m in fits if m.mentions[0].span.start < at]
        return met[0] if len(met) == 1 and source.definite and len(source.plain) <= 2 else None

    def _role(self, statement: Statement, source: Source) -> Voice:
        if not source.definite or source.role is None:
            return Voice(self._unnamed(source))
        fits = bearers(self.cast, source, self._in_force(statement))
        if len(fits) == 1:
            return self._persons((fits[0],), source.span, _plain(self._words(source.span)))
        return Voice(self._open(tuple(fits), source) if fits else self._unnamed(source))

    def _unnamed(self, source: Source) -> Speaker:
        words = self._words(source.span)
        return Speaker(anonymous=True, description=_plain(words), mentions=(source.span,))

    def _open(self, members: tuple[Member, ...], source: Source) -> Speaker:
        """Several could have spoken: none is named, all are given."""
        others = tuple(m.name for m in members)
        return Speaker(description=self._words(source.span), mentions=(source.span,), alternatives=others)

    # ── pronouns and silence ──

    def _pronoun(self, statement: Statement, source: Source) -> Voice:
        word = source.plain[0]
        known = sources.pronouns()
        outer = self._by_id.get(statement.reported_in or "")
        if word in known["first"] and outer is not None:
            return self._again(self._voice(outer), source.span)
        if word in known["plural"]:
            return self._plural(statement, source)
        members = self._near.of(source, self._in_force(statement), self._voice(outer) if outer else None)
        if len(members) == 1:
            return self._persons(members, source.span)
        return Voice(self._open(members, source))

    def _plural(self, statement: Statement, source: Source) -> Voice:
        last = self._last(statement)
        if last is not None and (len(last.members) > 1 or (last.speaker.anonymous and last.speaker.description)):
            return self._again(last, source.span)
        return Voice(self._open((), source))

    def _silent(self, statement: Statement) -> Voice:
        """A floating quotation belongs to the speaker in force; "it was announced" to nobody."""
        last = self._last(statement)
        if last is None or not _floats(self.article, statement):
            return Voice(replace(_NOBODY, anonymous=bool(statement.cue)))
        return self._again(last, None)

    def _again(self, voice: Voice, where: Span | None) -> Voice:
        mentions = _ordered([*voice.speaker.mentions, *([where] if where else [])])
        return Voice(replace(voice.speaker, mentions=mentions), voice.members)

    def _last(self, statement: Statement) -> Voice | None:
        """Who spoke last before a statement, in the same paragraph or the one before."""
        at = first_of(statement)
        line = self.words.line_at(at)
        for earlier, voice in reversed(self._spoken):
            if first_of(earlier) < at:
                near = line - self.words.line_at(place_of(earlier)) <= 1
                return voice if near else None
        return None

    def _in_force(self, statement: Statement) -> Voice | None:
        """The last named speaker before a statement."""
        at = place_of(statement)
        return next((v for _, v in reversed(self._spoken) if v.place < at and v.members), None)

    def _headline(self, source: Source) -> Source:
        """Where capitals say nothing, a name is one that the body knows."""
        members = self.cast.named(phrase(self._words(source.span)))
        if len(members) == 1:
            sort: sources.Sort = "names" if members[0].sort == "person" else "body"
            return replace(source, sort=sort, heads=(members[0].mentions[0],))
        return source

    def _words(self, span: Span) -> str:
        return " ".join(self.words.text[slice(*span)].split())


def _floats(article: Article, statement: Statement) -> bool:
    cue = article[statement.cue].lower() if statement.cue else ""
    return not cue or cue.split()[0].endswith("ing")


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _plain(words: str) -> str:
    """A description without its article and its marks."""
    cleaned = " ".join(words.split()).strip(' ,;:()"“”')
    first, _, rest = cleaned.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else cleaned


def _ordered(spans: list[Span]) -> Spans:
    """Spans in order, those that lie in another left out."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
