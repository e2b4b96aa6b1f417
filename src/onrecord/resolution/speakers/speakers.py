"""Who spoke: the source of each statement resolved inside its article, or an honest "can't tell"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from onrecord.model import Article, Span, Spans, Speaker, Statement
from onrecord.models.reader.scan import scan
from onrecord.resolution.lexicon import lexicon, phrase
from onrecord.resolution.speakers import bodies, heard, sources
from onrecord.resolution.speakers.antecedents import Antecedents, Outer, gender_of
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.descriptions import bearers, goes_on, introduced
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Floor, Voice, first_of, place_of
from onrecord.resolution.tokens import Words

_QUESTION = re.compile(r"\s*(?:Q|Question)\s*[:.]\s")
_ANSWER = re.compile(r"\s*(?:A|Answer)\s*[:.]\s")
_RELATIVE = re.compile(r"(?:^|[ ,])(?:who|whom|whose|which)\b")
_NOBODY = Speaker()
_MOST_ALTERNATIVES = 8
_HELD = ("office", "campaign", "team")
_NATIONAL = ("government", "army", "military", "parliament")
"""Of these an article mostly speaks of one land's."""
_SHORT = 3
"""Words of "the Monday report": more say of themselves whose it is."""
_TOLD_BACK = 6
"""Sentences in which "the statement" was spoken of before."""
_LONGEST_ROLE = 14
"""Words; more is no role but a list or a sentence."""
_NO_ROLE = frozenset(
    ["of", "from", "at", "in", "with", "and", "but", "despite", "as", "while", "although", "after", "on", "by", "for"]
)
"""Words with which no role begins."""
_JOINT = re.compile(r"\s+(?:and|or|of|for|at|to|by|with|in|on|from|as)$")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")


class Speakers:
    """The speakers of one article's statements."""

    def __init__(self, article: Article, statements: Iterable[Statement]) -> None:
        self.article = article
        self.words = Words(article.text)
        ordered = sorted(statements, key=first_of)
        entities = scan(article.text).entities if ordered else ()
        self.cast = Cast(self.words, [s for x in ordered for s in x.source], entities)
        self._by_id = {s.id: s for s in ordered}
        self._holds = {s.reported_in for s in ordered}
        self._voices: dict[str, Voice] = {}
        self._floor = Floor()
        self._bodies: dict[str, Member] = {}
        self._answers = _answers(article.text)
        self._near = Antecedents(self.words, self.cast, ordered)
        for statement in (*(s for s in ordered if not s.in_headline), *(s for s in ordered if s.in_headline)):
            self._voice(statement)
        self._roles = self._fullest_roles()

    def of(self, statement: Statement) -> Speaker:
        """The speaker of a statement; one person has one role, the fullest that any statement gives."""
        voice = self._voices[statement.id]
        role = self._roles.get(voice.members[0]) if len(voice.members) == 1 else None
        return replace(voice.speaker, role=role) if role else voice.speaker

    def _fullest_roles(self) -> dict[Member, str]:
        found: dict[Member, str] = {}
        for voice in self._voices.values():
            role = voice.speaker.role or ""
            if len(voice.members) == 1 and len(role.split()) > len(found.get(voice.members[0], "").split()):
                found[voice.members[0]] = role
        return found

    def _voice(self, statement: Statement) -> Voice:
        if statement.id in self._voices:
            return self._voices[statement.id]
        self._voices[statement.id] = Voice(_NOBODY)  # stops a circle of statements that report each other
        voice = replace(self._resolve(statement), place=place_of(statement))
        self._voices[statement.id] = voice
        if not statement.in_headline and statement.reported_in is None:
            self._floor.take(voice)
        return voice

    def _resolve(self, statement: Statement) -> Voice:
        source = sources.read(self.words, self.cast, statement.source)
        if self.words.line_at(place_of(statement)) in self.words.shouted and not source.heads:
            source = self._headline(source)
        if source.sort in ("body", "names", "document") and statement.id not in self._holds:
            if quoted := heard.quoted(self.words, statement):
                source = sources.read(self.words, self.cast, quoted)
            elif (voice := self._through(statement, source)) is not None:
                return voice
        return self._by_sort(statement, source)

    def _through(self, statement: Statement, source: Source) -> Voice | None:
        """Who is heard by name, where the source is the outlet that passes it on."""
        outlet = heard.is_outlet(self.words, source.span) or source.head in ("portal", "website")
        if not outlet or statement.form == "direct" or not (spans := heard.inside(self.cast, statement)):
            return None
        voice = self._by_sort(statement, sources.read(self.words, self.cast, spans))
        return voice if voice.members else None

    def _by_sort(self, statement: Statement, source: Source) -> Voice:
        found = {
            "empty": lambda: self._silent(statement),
            "pronoun": lambda: self._pronoun(statement, source),
            "relative": lambda: self._pronoun(statement, source),
            "names": lambda: self._named(source),
            "body": lambda: self._body(source),
            "document": lambda: self._document(statement, source),
            "role": lambda: self._role(source, headline=statement.in_headline),
            "unnamed": lambda: Voice(self._unnamed(source)),
        }
        return found[source.sort]()

    # ── by name ──

    def _named(self, source: Source) -> Voice:
        members = [self.cast.of(m) or self._speaking(self.cast.doubts(m), source) for m in source.heads]
        sure = tuple(m for m in members if m is not None)
        if len(sure) < len(members):
            doubtful = next(m for m, member in zip(source.heads, members, strict=True) if member is None)
            return Voice(self._open(self.cast.doubts(doubtful), source))
        return self._persons(tuple(dict.fromkeys(sure)), source.span, self._role_words(source))

    def _speaking(self, doubts: tuple[Member, ...], source: Source) -> Member | None:
        """Of several who share a surname the one who is speaking already."""
        voice = self._close(source.span.start)
        fits = [m for m in doubts if voice and m in voice.members]
        return fits[0] if len(fits) == 1 else None

    def _persons(self, members: tuple[Member, ...], where: Span, role: str | None = None) -> Voice:
        """``role``: what the source calls the person; the fullest that the article gives is shown."""
        known = members[0].titles if len(members) == 1 else ()
        given = {words: r.span for r in known if (words := _plain(self._words(r.span)))}
        fit = [r for r in (role, *given) if r and len(r.split()) <= _LONGEST_ROLE]
        shown = max(fit, key=lambda r: len(r.split()), default=None)
        spans = [where, *(m.full for m in members), *([given[shown]] if shown in given and shown != role else [])]
        speaker = Speaker(name=_joined([m.name for m in members]), role=shown, mentions=_ordered(spans))
        return Voice(speaker, members)

    def _role_words(self, source: Source) -> str | None:
        """What a source says of its one person besides the name."""
        if len(source.heads) != 1 or source.role is None or source.role.heads <= lexicon().weak_roles:
            return None
        text, head = self.words.text, source.heads[0].span
        left, right = text[source.span.start : head.start], text[head.end : source.span.end]
        sides = (left, "" if right.lstrip().startswith("(") else right)
        shown = [_plain(side) for side in sides if _plain(side)]
        return max(shown, key=len) if shown else None

    # ── bodies, roles, the unnamed ──

    def _body(self, source: Source) -> Voice:
        if len(source.heads) > 1 and len(several := bodies.several(self.cast, source)) > 1:
            names = _joined([bodies.name(m) for m in several])
            return Voice(Speaker(name=names, mentions=(source.span,)), several)
        last = self._close(source.span.start)
        member = self.cast.of(source.heads[0]) if source.heads else bodies.meant(self.cast, source, last)
        if member is None and last is not None and bodies.continues(source, last):
            return self._again(last, source.span)
        member = member or bodies.paper(self.cast, source) or bodies.subject(self.cast, source)
        member = member or self._held(source) or self._called(source)
        if member is None:
            return Voice(self._unnamed(source))
        if member.sort == "person":
            return self._persons((member,), source.span)
        shown = Speaker(name=bodies.name(member), mentions=_ordered([source.span, member.full]))
        return Voice(shown, (member,))

    def _held(self, source: Source) -> Member | None:
        """A person's office or campaign, by the person's name."""
        if source.head not in _HELD:
            return None
        inside = [self.cast.mentions[i] for i in self.cast.within(source.span)]
        owners = [m for mention in inside if mention.possessive and (m := self.cast.of(mention)) and m.sort == "person"]
        if len(owners) != 1:
            return None
        name = f"{owners[0].name}’s {source.head}"
        return self._bodies.setdefault(name, Member("body", phrase(name), name, full=source.span))

    def _called(self, source: Source) -> Member | None:
        """A body that has no name but what the source calls it."""
        the = source.plain[0] in sources.pronouns()["definite"] and len(source.plain) == 2
        short = the or source.plain == ("police",)
        met = [m for m in self._bodies.values() if short and source.head in (m.words[0], m.words[-1])]
        if len(met) == 1:
            return met[0]
        name = bodies.called(self.cast, source)
        if name is None and short and source.head in _NATIONAL:
            name = bodies.national(self.cast, source.head)
        if name is None:
            return None
        return self._bodies.setdefault(name, Member("body", phrase(name), name, full=source.span))

    def _document(self, statement: Statement, source: Source) -> Voice:
        """Whose document it is: by its own words, else by who spoke in one before ("the statement added")."""
        if source.writer is not None:
            if source.writer.sort in ("unnamed", "document") and source.writer.writer is None:
                return Voice(self._unnamed(source))
            return self._by_sort(statement, source.writer)
        if source.head in lexicon().laws:
            own = bodies.called(self.cast, replace(source, sort="body"))
            return Voice(Speaker(name=own, mentions=(source.span,)) if own else self._unnamed(source))
        if not source.definite or (before := self._told_in(source)) is None:
            return Voice(self._unnamed(source))
        return self._again(before, source.span)

    def _told_in(self, source: Source) -> Voice | None:
        """Whose "the statement" is: who spoke in a sentence with that word, else the body that spoke last."""
        middle = source.plain[1:-1]
        if len(source.plain) > _SHORT or any(w not in lexicon().calendar for w in middle):
            return None
        here = self.words.sentence_at(source.span.start)
        nouns = {source.head, source.head.removesuffix("s"), f"{source.head}s"}
        for sentence in range(here, max(-1, here - _TOLD_BACK), -1):
            span = self.words.sentences[sentence]
            until = min(span.end, source.span.start)
            if any(self.words.tokens[i].lower in nouns for i in self.words.within(Span(span.start, until))):
                told = [v for v in self._floor.within(span.start, until) if v.members]
                if told:
                    return told[-1]
                body = bodies.about(self.cast, Span(span.start, until))
                if body is not None and source.head in lexicon().worded_documents:
                    return Voice(Speaker(name=bodies.name(body), mentions=(body.full,)), (body,))
        last = self._close(source.span.start)
        return last if last and last.body and source.head in lexicon().spoken_documents else None

    def _role(self, source: Source, *, headline: bool) -> Voice:
        last = self._close(source.span.start)
        same = last is not None and _is_again(last.speaker, source)
        speaking = self._floor.person(source.span.start)
        if last is not None and same and source.definite:
            return self._again(last, source.span)
        one = sources.is_one_person(self._words(source.span))
        if source.role is None or not (source.definite or one):
            return Voice(self._unnamed(source))
        fits = bearers(self.cast, source, speaking, headline=headline) if source.definite else []
        fits = fits if len(fits) == 1 else (introduced(self.cast, source, sure=headline) if one else []) or fits
        if not fits and source.definite and last is not None and len(last.members) == 1 and not last.body:
            fits = goes_on(self.cast, source, last)
        if len(fits) == 1:
            if source.role is not None and source.role not in fits[0].roles:
                fits[0].roles.append(source.role)
            voice = self._persons((fits[0],), source.span)
            role = voice.speaker.role or _plain(self._words(source.span)) or None
            return replace(voice, speaker=replace(voice.speaker, role=role))
        return Voice(self._open(tuple(fits), source) if fits else self._unnamed(source))

    def _unnamed(self, source: Source) -> Speaker:
        words = self._words(source.span).partition(", who")[0].strip(' ,;:"“”')
        return Speaker(anonymous=True, description=words or None, mentions=(source.span,))

    def _open(self, members: tuple[Member, ...], source: Source) -> Speaker:
        """Several could have spoken: none is named, all are given."""
        others = tuple(dict.fromkeys(m.name for m in members))[-_MOST_ALTERNATIVES:]
        return Speaker(description=self._words(source.span), mentions=(source.span,), alternatives=others)

    # ── pronouns and silence ──

    def _pronoun(self, statement: Statement, source: Source) -> Voice:
        word, known = source.plain[0], sources.pronouns()
        outer = self._by_id.get(statement.reported_in or "")
        last = self._close(source.span.start)
        if word in known["first"] and outer is not None:
            return self._again(self._voice(outer), source.span)
        if word in known["plural"] | known["neuter"]:
            fits = last is not None and (_is_many(last) if word in known["plural"] else last.body)
            return self._again(last, source.span) if last and fits else Voice(self._open((), source))
        inside = Outer(outer, self._voice(outer)) if outer else None
        members = self._near.of(source, self._floor.named(source.span.start), inside)
        if last is not None and outer is None and self._unnamed_speaks_on(last, source):
            return self._again(last, source.span)
        if not members and (statement.in_headline or self.words.line_at(source.span.start) in self.words.shouted):
            members = self._near.in_headline(source)
        if len(members) != 1:
            return Voice(self._open(members, source))
        if (gender := gender_of(word)) is not None:
            members[0].genders[gender] += 1  # so that the next "she" isn't him
        return self._persons(members, source.span)

    def _unnamed_speaks_on(self, last: Voice, source: Source) -> bool:
        """Whether "he" is the unnamed spokesman of the sentence before."""
        speaker = last.speaker
        near = self.words.sentence_at(source.span.start) - self.words.sentence_at(last.place) <= 2
        single = speaker.description is not None and sources.is_one_person(speaker.description)
        return near and speaker.anonymous and single and source.sort == "pronoun"

    def _silent(self, statement: Statement) -> Voice:
        """A floating quotation belongs to the speaker in force; "it was announced" to nobody."""
        if not _floats(self.article, statement):
            return Voice(replace(_NOBODY, anonymous=True))
        at = first_of(statement)
        last = self._close(at)
        if self.words.line_at(at) in self._answers:
            return self._interviewed
        if not statement.cue and (members := self._near.floating(at, last.place if last else -1)):
            return self._persons(members, members[0].full)
        return self._again(last, None) if last else Voice(_NOBODY)

    @cached_property
    def _interviewed(self) -> Voice:
        """Who answers in an interview: whom its headline or its first paragraph is about."""
        title = self.article.title_span
        first = next((p for p in self.article.paragraphs), title)
        for span in (title, first):
            met = [self.cast.of(self.cast.mentions[i]) for i in self.cast.within(span)]
            named = [*self.cast.in_words(self.article[span]), *(m for m in met if m)] if span == title else met
            persons = [m for m in named if m is not None and m.sort == "person" and len(m.words) > 1]
            if persons:
                return self._persons((persons[0],), persons[0].full)
        return Voice(_NOBODY)

    def _again(self, voice: Voice, where: Span | None) -> Voice:
        mentions = _ordered([*voice.speaker.mentions, *([where] if where else [])])
        return Voice(replace(voice.speaker, mentions=mentions), voice.members)

    def _close(self, at: int) -> Voice | None:
        """Who spoke last, in the same paragraph or the one before."""
        last = self._floor.last(at)
        return last if last and self.words.paragraph_at(at) - self.words.paragraph_at(last.place) <= 1 else None

    def _headline(self, source: Source) -> Source:
        """Where capitals say nothing, a name is one that the body knows."""
        members = self.cast.named(phrase(self._words(source.span)))
        if len(members) == 1:
            sort: sources.Sort = "names" if members[0].sort == "person" else "body"
            return replace(source, sort=sort, heads=(members[0].mentions[0],))
        return source

    def _words(self, span: Span) -> str:
        return " ".join(self.words.text[slice(*span)].split())


def _answers(text: str) -> frozenset[int]:
    """The lines of an interview that are answers: those after "A:", where questions have "Q:"."""
    lines = text.split("\n")
    questions = sum(bool(_QUESTION.match(line)) for line in lines)
    return frozenset(i for i, line in enumerate(lines) if questions >= 2 and _ANSWER.match(line))


def _is_again(speaker: Speaker, source: Source) -> bool:
    """Whether "the source" goes on after "a diplomatic source"."""
    described = (speaker.description or "").lower().split()
    return speaker.anonymous and source.head in described and len(source.plain) <= 2


def _is_many(voice: Voice) -> bool:
    speaker = voice.speaker
    return len(voice.members) > 1 or voice.body or bool(speaker.anonymous and speaker.description)


def _floats(article: Article, statement: Statement) -> bool:
    cue = article[statement.cue].lower() if statement.cue else ""
    return not cue.strip() or cue.split()[0].endswith("ing")


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _plain(words: str) -> str:
    """A description without its article and its marks."""
    cleaned = _RELATIVE.split(_BRACKETS.sub("", " ".join(words.split())))[0].strip(' ,;:()"“”')
    first, _, rest = cleaned.partition(" ")
    if first.lower() in _NO_ROLE:
        return ""  # "Anna Lund of Oslo": where somebody is from is no role
    return _JOINT.sub("", rest if first.lower() in ("the", "a", "an", "both", "now", "then") and rest else cleaned)


def _ordered(spans: list[Span]) -> Spans:
    """Spans in order, those that lie in another left out."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
