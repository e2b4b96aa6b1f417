from dataclasses import replace
from datetime import date

from onrecord.comparison import group_figures
from onrecord.model import Entry, Speaker

from ..builder import article, cited

SPEAKERS = {"a": "Ada Brenn", "b": "Olin Rask"}
DEAD = "killed in the fire at the Pellin market"


def said(id: str, words: str, low: float, high: float | None, population: str, day: date) -> Entry:
    return cited(
        article(id, f"{words} {population}.", day=day), f"{words} {population}", low, high, population, SPEAKERS[id]
    )


def test_figures_for_the_same_people_at_one_time_conflict_where_their_ranges_do_not_meet():
    day = date(2031, 4, 1)
    (question,) = group_figures(
        [said("a", "at least 23 people", 23, None, DEAD, day), said("b", "19 people", 19, 19, DEAD, day)], ()
    )
    assert question.conflicts == ((0, 1),)
    assert "Pellin" in question.why


def test_a_toll_that_rises_later_is_no_conflict():
    (question,) = group_figures(
        [
            said("a", "14 people", 14, 14, DEAD, date(2031, 4, 1)),
            said("b", "31 people", 31, 31, DEAD, date(2031, 4, 5)),
        ],
        (),
    )
    assert question.conflicts == ()


def test_ranges_that_meet_do_not_conflict():
    day = date(2031, 4, 1)
    (question,) = group_figures(
        [said("a", "at least 14 people", 14, None, DEAD, day), said("b", "31 people", 31, 31, DEAD, day)], ()
    )
    assert question.conflicts == ()


def test_different_people_are_never_compared():
    day = date(2031, 4, 1)
    one = said("a", "15,000 people", 15000, 15000, "held by the upper valley in its prisons", day)
    two = said("b", "100,000 people", 100000, 100000, "arrested on the lower bank and kept there", day)
    assert [len(q.figures) for q in group_figures([one, two], ())] == [1, 1]


def test_nothing_is_compared_where_nobody_says_what_was_counted():
    made = article("a", "They named 15 and then 20.", day=date(2031, 4, 1))
    one, two = cited(made, "15", 15, 15, "named", "A"), cited(made, "20", 20, 20, "named", "A")
    assert group_figures([one, two], ()) == ()


def test_background_that_is_told_again_says_nothing_new():
    entries = [said(id, "14 people", 14, 14, DEAD, date(2031, 4, day)) for id, day in (("a", 1), ("b", 8))]
    same_speaker = [
        replace(e, statement=replace(e.statement, speaker=Speaker(name="The Relief Office"))) for e in entries
    ]
    (question,) = group_figures(same_speaker, ())
    assert (question.conflicts, question.updates) == ((), ())


def test_the_killed_and_the_wounded_of_one_fire_are_never_compared():
    day = date(2031, 4, 1)
    hurt = "wounded in the fire at the Pellin market"
    found = group_figures([said("a", "14 people", 14, 14, DEAD, day), said("b", "30 people", 30, 30, hurt, day)], ())
    assert [len(q.figures) for q in found] == [1, 1]


def test_the_same_dead_in_other_words_answer_one_question():
    day = date(2031, 4, 1)
    told = ["killed as flames gutted the Pellin market", "killed in the gutting of Pellin market"]
    entries = [said(id, "14 people", 14, 14, words, day) for id, words in zip("ab", told, strict=True)]
    (question,) = group_figures(entries, ())
    assert "Pellin" in question.why


def test_a_number_cited_to_be_doubted_conflicts_with_nobody():
    day = date(2031, 4, 1)
    claimed, doubted = said("a", "14 people", 14, 14, DEAD, day), said("b", "200 people", 200, 200, DEAD, day)
    doubted = replace(doubted, statement=replace(doubted.statement, stance="disputes"))
    (question,) = group_figures([claimed, doubted], ())
    assert question.conflicts == ()
