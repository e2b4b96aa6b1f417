import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotInRecord, UsageError
from onrecord.identities import id_of, made
from onrecord.model import Appearance, Comparison, Decision, Identity, SpeakerMatch
from onrecord.record import Store
from onrecord.record.decisions import known_speakers

N = "Nadia Orrin"


def at(article: str, name: str, sort: str = "person") -> Appearance:
    return Appearance(article=article, written=name, name=name, key=name.casefold(), sort=sort)  # type: ignore[arg-type]


def identity(name: str, *articles: str, sort: str = "person") -> Identity:
    return made(id_of(name.replace(" ", "").casefold()), (at(each, name, sort) for each in articles))


BRENN = identity("Ada Brenn", "a1", "a2")
BREN = identity("Ada Bren", "a3")
RASK = identity("Olin Rask", "a4")
FENN = identity("Fenn Ministry", "a5", sort="body")


def match(one: Identity, other: Identity) -> SpeakerMatch:
    first, second = sorted((one.id, other.id))
    return SpeakerMatch(one=first, other=second, reasons=("one letter",))


FOUND = Comparison(speakers=(BREN, BRENN, FENN, RASK), matches=(match(BRENN, BREN), match(BREN, RASK)))


@pytest.fixture
def compared_store(store: Store) -> Store:
    store.put_comparison(FOUND)
    return store


def groups(store: Store) -> list[list[str]]:
    return sorted(sorted(each.article for each in who.appearances) for who in store.comparison().speakers)


APART = [["a1", "a2"], ["a3"], ["a4"], ["a5"]]


@pytest.mark.parametrize(("one", "other"), [(BRENN.id, BREN.id), ("ada bren", "Ada Brenn"), ("ada brenn@a2", BREN.id)])
@pytest.mark.parametrize("verb", ["join speakers", "confirm speakers"])
def test_two_become_one_until_it_is_undone(compared_store: Store, verb: str, one: str, other: str):
    decided = compared_store.decide(verb, one, other, who=N, note="she signs so")
    assert decided.before.startswith("Ada Bren")
    assert groups(compared_store) == [["a1", "a2", "a3"], ["a4"], ["a5"]]
    (joined,) = (who for who in compared_store.comparison().speakers if len(who.appearances) == 3)
    assert joined.name == "Ada Brenn"
    assert "by Nadia Orrin" in joined.decided[0]
    assert "she signs so" in joined.decided[0]
    assert [{m.one, m.other} for m in compared_store.comparison().matches] == [{joined.id, RASK.id}]
    compared_store.undo(who=N)
    assert groups(compared_store) == APART
    compared_store.redo(who=N)
    assert groups(compared_store) == [["a1", "a2", "a3"], ["a4"], ["a5"]]


def test_a_join_outlives_new_articles_another_id_and_the_loss_of_its_article(compared_store: Store):
    compared_store.decide("join speakers", BRENN.id, BREN.id, who=N)
    grown = made("p0", (at("a0", "Ada Brenn"), *BRENN.appearances))
    compared_store.put_comparison(Comparison(speakers=(grown, BREN)))
    assert groups(compared_store) == [["a0", "a1", "a2", "a3"]]
    moved = identity("Ada Brenn", "a8", "a9")
    compared_store.put_comparison(Comparison(speakers=(moved, identity("Ada Bren", "a7"))))
    assert groups(compared_store) == [["a7", "a8", "a9"]]
    compared_store.put_comparison(Comparison(speakers=(RASK,)))
    assert groups(compared_store) == [["a4"]]


def test_what_a_join_meant_stays_with_its_article_when_a_namesake_comes(compared_store: Store):
    compared_store.decide("join speakers", BRENN.id, BREN.id, who=N)
    namesake = made("p7", (at("a9", "Ada Brenn"),))
    compared_store.put_comparison(Comparison(speakers=(BRENN, namesake, BREN)))
    assert groups(compared_store) == [["a1", "a2", "a3"], ["a9"]]


def test_an_article_is_split_off_and_joined_and_split_again(compared_store: Store):
    for expected, verb in ((APART, ""), ([["a1"], *APART[1:]], "split")):
        if verb:
            compared_store.decide("split speakers", BRENN.id, "a2", who=N)
            assert groups(compared_store) == [["a1"], ["a2"], ["a3"], ["a4"], ["a5"]]
        else:
            assert groups(compared_store) == expected
    compared_store.decide("join speakers", "ada brenn@a1", "ada brenn@a2", who=N)
    assert groups(compared_store) == APART
    compared_store.decide("split speakers", "ada brenn@a1", "a2", who=N)
    assert groups(compared_store) == [["a1"], ["a2"], ["a3"], ["a4"], ["a5"]]
    assert len({who.id for who in compared_store.comparison().speakers}) == 5


def test_a_spelling_is_split_off_with_all_its_articles(compared_store: Store):
    compared_store.decide("join speakers", BRENN.id, BREN.id, who=N)
    compared_store.decide("split speakers", "ada bren", "Ada Brenn", who=N)
    assert groups(compared_store) == APART


def test_what_is_rejected_is_suggested_no_more_until_it_is_undone(compared_store: Store):
    compared_store.decide("reject speakers", BREN.id, RASK.id, who=N)
    assert compared_store.comparison().matches == (match(BRENN, BREN),)
    assert groups(compared_store) == APART
    compared_store.undo(who=N)
    assert len(compared_store.comparison().matches) == 2


@pytest.mark.parametrize(
    ("verb", "target", "after", "error", "says"),
    [
        ("join speakers", BRENN.id, "Tilda Holt", NotInRecord, "no speaker"),
        ("join speakers", BRENN.id, "ada brenn", UsageError, "one already"),
        ("join speakers", BRENN.id, FENN.id, UsageError, "a person"),
        ("confirm speakers", BRENN.id, RASK.id, NotInRecord, "onrecord speakers join"),
        ("reject speakers", BRENN.id, RASK.id, NotInRecord, "nothing suggests"),
        ("split speakers", BRENN.id, "a4", UsageError, "it is spelled Ada Brenn"),
        ("split speakers", RASK.id, "a4", UsageError, "all there is"),
        ("split speakers", BRENN.id, "Ada Brenn", UsageError, "all there is"),
    ],
)
def test_what_makes_no_sense_is_refused(
    compared_store: Store, verb: str, target: str, after: str, error: type[Exception], says: str
):
    with pytest.raises(error, match=says):
        compared_store.decide(verb, target, after, who=N)
    assert compared_store.history() == ()


def test_a_name_of_several_has_to_be_named_by_its_id(store: Store):
    store.put_comparison(Comparison(speakers=(BRENN, made("p7", (at("a9", "Ada Brenn"),)), BREN)))
    with pytest.raises(UsageError, match="p7"):
        store.decide("join speakers", "Ada Brenn", BREN.id, who=N)


def test_the_history_of_a_speaker_is_found_by_name_and_id(compared_store: Store):
    decided = compared_store.decide("join speakers", BRENN.id, BREN.id, who=N)
    compared_store.undo(who=N)
    for asked in (BRENN.id, "Ada Brenn", "ada bren"):
        assert [each.decision.id for each in compared_store.history(asked)] == [decided.id, "d2"]
    assert compared_store.history()[0].words == "joined the speakers ada brenn (a1) and ada bren (a3)"


VERBS = st.sampled_from(["join speakers", "split speakers", "reject speakers"])
NAMES = st.sampled_from(["ada brenn@a1", "ada brenn@a2", "ada bren@a3", "olin rask@a4", "ada bren@", "nobody@a1"])


@given(st.lists(st.tuples(VERBS, NAMES, NAMES), max_size=8))
def test_whatever_is_decided_nothing_is_lost_or_doubled(told: list[tuple[str, str, str]]):
    from datetime import UTC, datetime

    decisions = [
        Decision(id=f"d{number}", at=datetime.now(UTC), who=N, verb=verb, target=one, before="", after=other)
        for number, (verb, one, other) in enumerate(told)
    ]
    after = known_speakers.laid(FOUND, decisions)
    held = sorted((each.article, each.name) for who in after.speakers for each in who.appearances)
    assert held == sorted((each.article, each.name) for who in FOUND.speakers for each in who.appearances)
    ids = [who.id for who in after.speakers]
    assert len(set(ids)) == len(ids)
    assert all({m.one, m.other} <= set(ids) for m in after.matches)
