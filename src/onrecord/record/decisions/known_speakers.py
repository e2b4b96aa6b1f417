"""``join``, ``split``, ``confirm`` and ``reject`` of speakers: a person settles who is one, and who is not.

A target is an appearance, a name in an article (``adabrenn@a-fair``), and stands for the identity that holds it: ids of
identities can change with what arrives, names in articles don't. Where the article is gone, the name alone stands for
it, if only one identity has it. What is split off is an appearance, or all of one spelling (``adabren@``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.errors import NotInRecord, UsageError
from onrecord.identities import anchor_of, id_of, made, merged, name_in, names_of
from onrecord.model import Appearance, Comparison, Decision, Identity
from onrecord.record.decisions.verb import ComparisonVerb
from onrecord.record.names import folded

LISTS = "`onrecord speakers` lists them"


class Speakers:
    """The identities of a comparison, while decisions are laid over them."""

    def __init__(self, comparison: Comparison) -> None:
        self.by_id = {each.id: each for each in comparison.speakers}
        self.matches = {frozenset({each.one, each.other}): each for each in comparison.matches}
        self._now: dict[str, str] = {}
        self._holding = {anchor_of(a): each.id for each in comparison.speakers for a in each.appearances}
        self._named: dict[str, set[str]] = defaultdict(set)
        for anchor, id in self._holding.items():
            self._named[name_in(anchor)].add(id)

    def of(self, anchor: str) -> Identity | None:
        """The identity that holds an appearance, or that its name alone stands for."""
        id = self._holding.get(anchor)
        if id is None:
            named = {self._last(one) for one in self._named.get(name_in(anchor), ())}
            id = named.pop() if len(named) == 1 else None
        return None if id is None else self.by_id[self._last(id)]

    def join(self, decision: Decision) -> None:
        """Make one of two, and give what matched either to it."""
        one, other = self.of(decision.target), self.of(decision.after)
        if one is None or other is None or one.id == other.id:
            return
        both = merged(one, other, f"joined: {one.name} is {other.name}", _told(decision))
        for gone in {one.id, other.id} - {both.id}:
            del self.by_id[gone]
            self._now[gone] = both.id
            self._rematch(gone, both.id)
        self.by_id[both.id] = both

    def split(self, decision: Decision) -> None:
        """Take an appearance, or all of one spelling, out of an identity."""
        found = self.of(decision.target)
        if found is None:
            return
        out = [each for each in found.appearances if is_meant(each, decision.after)]
        left = [each for each in found.appearances if each not in out]
        if not out or not left or any(anchor_of(each) == decision.target for each in out):
            return
        told = (*found.decided, _told(decision))
        alone = made(id_of(decision.after), out, f"split from {found.name}", told)
        self.by_id[found.id] = made(found.id, left, found.why, told)
        self.by_id[alone.id] = alone
        self._now.pop(alone.id, None)
        for each in out:
            self._holding[anchor_of(each)] = alone.id
            self._named[name_in(each.key)].add(alone.id)

    def reject(self, decision: Decision) -> None:
        """Suggest it no more."""
        one, other = self.of(decision.target), self.of(decision.after)
        if one is not None and other is not None:
            self.matches.pop(frozenset({one.id, other.id}), None)

    def _last(self, id: str) -> str:
        while id in self._now:
            id = self._now[id]
        return id

    def _rematch(self, gone: str, now: str) -> None:
        for pair in [pair for pair in self.matches if gone in pair]:
            match = self.matches.pop(pair)
            other = next(id for id in pair if id != gone)
            if other != now:
                one, two = sorted((now, other))
                self.matches.setdefault(frozenset({one, two}), replace(match, one=one, other=two))


def laid(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """A comparison with these decisions on its speakers, in their order."""
    speakers = Speakers(comparison)
    for decision in decisions:
        _LAID[decision.verb](speakers, decision)
    return replace(
        comparison,
        speakers=tuple(sorted(speakers.by_id.values(), key=lambda each: (each.name, each.id))),
        matches=tuple(sorted(speakers.matches.values(), key=lambda each: (each.one, each.other))),
    )


_LAID = {
    "join speakers": Speakers.join,
    "confirm speakers": Speakers.join,
    "split speakers": Speakers.split,
    "reject speakers": Speakers.reject,
}


def is_meant(appearance: Appearance, after: str) -> bool:
    """Whether what is split off names an appearance: itself, or its spelling."""
    return name_in(appearance.key) == name_in(after) and after.partition("@")[2] in ("", appearance.article)


def may_join(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
    """An appearance of each of two identities.

    Raises:
        NotInRecord: one of them is no speaker.
        UsageError: they are one already, a name means several, or one is a person and the other is none.
    """
    one, other = asked(comparison.speakers, target), asked(comparison.speakers, after)
    if one.id == other.id:
        raise UsageError(f"{target} and {after} are one already: {one.name}")
    if one.sort != other.sort:
        raise UsageError(f"{one.name} is a {one.sort}, {other.name} a {other.sort}: they can't be one")
    return _anchor(one), _anchor(other)


def may_settle(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
    """An appearance of each of two identities that are suggested to be one.

    Raises:
        NotInRecord: one of them is no speaker, or nothing suggests that they are one.
        UsageError: a name means several.
    """
    one, other = asked(comparison.speakers, target), asked(comparison.speakers, after)
    if not any({match.one, match.other} == {one.id, other.id} for match in comparison.matches):
        raise NotInRecord(
            f"nothing suggests that {one.name} ({one.id}) is {other.name} ({other.id}); "
            f"`onrecord speakers join {one.id} {other.id}` makes them one all the same"
        )
    return _anchor(one), _anchor(other)


def may_split(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
    """An appearance that stays in an identity, and what is taken out: an appearance, or a spelling.

    Raises:
        NotInRecord: there is no such speaker.
        UsageError: nothing of the identity is called so, or all of it is.
    """
    found = asked(comparison.speakers, target)
    words = folded(after)
    out = [
        a
        for a in found.appearances
        if after in (a.article, anchor_of(a)) or words in (folded(a.name), folded(a.written))
    ]
    left = [a for a in found.appearances if a not in out]
    if not out:
        named = ", ".join(names_of(found)[:10])
        raise UsageError(f"{after!r} is no article or spelling of {found.name}; it is spelled {named}")
    spelling = not any(after in (a.article, anchor_of(a)) for a in out)
    taken = f"{out[0].key}@" if spelling else anchor_of(out[0])
    if not left or all(is_meant(each, taken) for each in found.appearances):
        raise UsageError(f"{after!r} is all there is of {found.name}: name an article, to split off what it tells")
    return anchor_of(next(each for each in found.appearances if not is_meant(each, taken))), taken


def asked(identities: Iterable[Identity], what: str) -> Identity:
    """The identity of an id, a name in full, or an appearance.

    Raises:
        NotInRecord: there is none.
        UsageError: several are called so.
    """
    known, words = tuple(identities), folded(what)
    low = what.strip().lower()
    found = [each for each in known if each.id == low or any(anchor_of(a) == what for a in each.appearances)]
    found = found or [each for each in known if words and any(folded(name) == words for name in names_of(each))]
    if not found:
        raise NotInRecord(f"{what!r} is no speaker in this record; {LISTS}, with their ids")
    if len(found) > 1:
        ids = ", ".join(each.id for each in found[:10])
        raise UsageError(f"{len(found)} speakers are called {what!r}; name one by its id: {ids}")
    return found[0]


def meant(comparison: Comparison, what: str) -> frozenset[str]:
    """The appearances that an id or a name means, as decisions name them; none where it is nobody's."""
    low, words = what.strip().lower(), folded(what)
    return frozenset(
        name
        for each in comparison.speakers
        if each.id == low or (words and any(folded(name) == words for name in names_of(each)))
        for a in each.appearances
        for name in (anchor_of(a), f"{a.key}@")
    )


def stands(comparison: Comparison, target: str) -> str:
    """The identity that holds an appearance, and in how many articles it is."""
    found = Speakers(comparison).of(target)
    if found is None:
        return "not there"
    count = len({each.article for each in found.appearances})
    spelled = "; ".join(names_of(found)[:5])
    return f"{spelled} ({count} article{'' if count == 1 else 's'})"


def _anchor(identity: Identity) -> str:
    """The appearance that stands for an identity: a full name before a part of one, the earliest."""
    return anchor_of(min(identity.appearances, key=lambda each: (each.partial, each.article, each.key)))


def _told(decision: Decision) -> str:
    what = {"split speakers": "split", "confirm speakers": "confirmed"}.get(decision.verb, "joined")
    note = f": {decision.note}" if decision.note else ""
    return f"{what} by {decision.who} on {decision.at:%Y-%m-%d} ({decision.id}){note}"


def _named(anchor: str) -> str:
    key, _, article = anchor.partition("@")
    return f"{key} ({article})" if article else key


def _verb(name: str, checked: object, words: str) -> ComparisonVerb:
    def told(decision: Decision) -> str:
        return words.format(_named(decision.target), _named(decision.after))

    def one(comparison: Comparison, decision: Decision) -> Comparison:
        return laid(comparison, (decision,))

    return ComparisonVerb(name=name, checked=checked, stands=stands, laid=one, words=told, together=laid)  # type: ignore[arg-type]


VERBS = (
    _verb("join speakers", may_join, "joined the speakers {0} and {1}"),
    _verb("split speakers", may_split, "took {1} out of the speaker {0}"),
    _verb("confirm speakers", may_settle, "confirmed that {0} and {1} are one speaker"),
    _verb("reject speakers", may_settle, "decided that {0} and {1} are not suggested as one speaker"),
)
