from dataclasses import replace
from datetime import date

from tests.effort import growth

from onrecord.comparison import Told, group_figures
from onrecord.model import Article, Entry, SaidOn, Speaker
from onrecord.resolution.figures import find

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


def told(id: str, *paragraphs: str, day: date, outlet: str) -> tuple[Told, Article]:
    made = article(id, *paragraphs, title="", outlet=outlet, day=day)
    return Told(article=made, figures=find(made.text)), made


def test_one_event_is_found_across_articles_whatever_each_calls_it():
    own = [
        told("a", "A bomb hit Brovna's market on Tuesday and killed 9 people.", day=date(2031, 4, 1), outlet="A")[0],
        told(
            "b", "At least 14 people, 5 of them children, died on Tuesday when a blast tore through Brovna.",
            day=date(2031, 4, 2), outlet="B",
        )[0],
        told(
            "c", "A bomb killed 3 people in the village of Pellin on Tuesday.", day=date(2031, 4, 2), outlet="C",
        )[0],
    ]  # fmt: skip
    questions = group_figures((), own=own)
    (together,) = [q for q in questions if len(q.figures) > 1]
    assert [cited.speaker for cited in together.figures] == ["A", "B"]
    assert together.updates == ((0, 1),)
    assert "Brovna" in together.question
    assert "1 Apr 2031" in together.why


def test_a_war_is_compared_with_no_attack():
    own = told(
        "a", "A bomb killed 9 people in Brovna on Tuesday.", "More than 9,000 have been killed since the war began.",
        day=date(2031, 4, 2), outlet="A",
    )[0]  # fmt: skip
    assert all(len(q.figures) == 1 for q in group_figures((), own=[own]))


def test_what_is_counted_over_days_is_compared_with_no_attack():
    own = told(
        "a", "Shells killed 9 people in Brovna on Tuesday.", "It brought to 49 the number killed in two days of fire.",
        day=date(2031, 4, 2), outlet="A",
    )[0]  # fmt: skip
    assert all(len(q.figures) == 1 for q in group_figures((), own=[own]))


def test_parts_of_the_dead_are_asked_about_apart():
    own = told(
        "a", "A bomb killed 19 people, including 5 children, in Brovna on Tuesday.", day=date(2031, 4, 2), outlet="A"
    )[0]
    assert sorted(q.figures[0].figure.noun or "" for q in group_figures((), own=[own])) == ["children", "people"]


def test_ids_and_questions_do_not_depend_on_the_order_of_arrival():
    own = [
        told(id, f"A bomb killed {n} people in Brovna on Tuesday.", day=date(2031, 4, 2), outlet=id)[0]
        for id, n in (("a", 9), ("b", 12), ("c", 9))
    ]
    assert group_figures((), own=own) == group_figures((), own=own[::-1])


def test_nobody_counts_an_events_dead_before_it():
    made = article("a", "A bomb killed 9 people in Brovna on Saturday.", title="", day=date(2031, 4, 6))
    entry = cited(made, "killed 9 people in Brovna on Saturday", 9, 9, "killed", "Ada Brenn")
    sunday = SaidOn(value="XXXX-WXX-7", earliest=date(2031, 3, 30), latest=date(2031, 3, 30), span=None)
    entry = replace(entry, statement=replace(entry.statement, said_on=sunday))
    (question,) = group_figures((entry,))
    assert question.figures[0].said == date(2031, 4, 6)


def test_work_grows_with_the_record():
    def record(size: int) -> list[Told]:
        texts = (
            f"A bomb killed {n + 3} people in the village of Place{chr(97 + n % 26)}{n} on Tuesday."
            for n in range(size)
        )
        return [told(f"a{n}", text, day=date(2031, 4, 2), outlet="A")[0] for n, text in enumerate(texts)]

    def group(own: list[Told]) -> object:
        return group_figures((), own=own)

    assert growth(group, record(20), record(80)) < 6


def test_one_event_that_everybody_tells_costs_no_more_for_each():
    def record(size: int) -> list[Told]:
        text = "A bomb killed at least 9 people in Brovna on Tuesday."
        return [told(f"a{n}", text, day=date(2031, 4, 2), outlet="A")[0] for n in range(size)]

    def group(own: list[Told]) -> object:
        return group_figures((), own=own)

    assert growth(group, record(20), record(80)) < 6


def test_work_on_what_no_event_asks_about_grows_with_the_record():
    def record(size: int) -> list[Told]:
        texts = [f"The mayor of Brovna said that 30 barges wait at the lock of Dunmere{n % 9}." for n in range(size)]
        return [told(f"a{n}", text, day=date(2031, 4, 2), outlet="A")[0] for n, text in enumerate(texts)]

    def group(own: list[Told]) -> object:
        return group_figures((), own=own)

    assert growth(group, record(20), record(80)) < 6


def test_the_town_where_it_happened_is_no_voice():
    made = article(
        "a", "A bomb hit Brovna on Tuesday.", title="Brovna: 9 people killed", outlet="A", day=date(2031, 4, 2)
    )
    (question,) = group_figures((cited(made, "9 people killed", 9, 9, "killed", "Brovna"),))
    assert question.figures[0].speaker == "A"


def test_a_part_of_the_dead_that_nobody_names_is_compared_with_nothing():
    whole = told("a", "A bomb killed 20 people in Brovna on Tuesday.", day=date(2031, 4, 1), outlet="A")[0]
    for words in ("Of late 14 of the dead had no papers.", "The three others among the dead had no papers."):
        part = told("b", "A bomb hit Brovna on Tuesday.", words, day=date(2031, 4, 1), outlet="B")[0]
        assert [len(q.figures) for q in group_figures((), own=[whole, part])] == [1]


def test_civilians_that_are_a_part_are_not_the_whole():
    own = [
        told(id, words, day=date(2031, 4, 1), outlet=id)[0]
        for id, words in (
            ("a", "A bomb hit Brovna on Tuesday, with 13 civilians among the dead."),
            ("b", "A bomb killed 20 people in Brovna on Tuesday."),
        )
    ]
    questions = group_figures((), own=own)
    assert sorted(cited.figure.low or 0 for q in questions for cited in q.figures) == [13, 20]
    assert not any(q.conflicts for q in questions)


def test_a_village_that_heard_the_blast_gives_the_question_no_name():
    own = [
        told(
            id, "A bomb killed 9 people in Brovna on Tuesday.", "The blast was heard in the town of Pellin.",
            day=date(2031, 4, 2), outlet=id,
        )[0]
        for id in ("a", "b")
    ] + [told("c", "A bomb killed 9 people in Brovna on Tuesday.", day=date(2031, 4, 2), outlet="c")[0]]  # fmt: skip
    (together,) = [q for q in group_figures((), own=own) if len(q.figures) > 1]
    assert "at Brovna" in together.question


def test_what_happened_elsewhere_puts_no_headline_there():
    struck = article(
        "a", "At least 19 people were killed on Tuesday, hours after a gas attack in the town of Pellin left dozens"
        " dead.", "Smoke was seen in Orvale.", title="Air strikes kill 19", outlet="A", day=date(2031, 4, 1),
    )  # fmt: skip
    gassed = told("b", "An air strike with gas killed 58 in Pellin on Tuesday.", day=date(2031, 4, 1), outlet="B")[0]
    questions = group_figures((), own=[Told(article=struck, figures=find(struck.text)), gassed])
    (pellin,) = [q for q in questions if any(cited.figure.low == 58 for cited in q.figures)]
    assert 19 not in {cited.figure.low for cited in pellin.figures}


def test_an_earlier_toll_conflicts_with_nothing_as_its_day_is_not_told():
    now = told("a", "A bomb killed 18 people in Brovna on Tuesday.", day=date(2031, 4, 1), outlet="A")[0]
    before = told(
        "b", "A bomb hit Brovna on Tuesday.", "An earlier death toll of 15 has been raised.", day=date(2031, 4, 1),
        outlet="B",
    )[0]  # fmt: skip
    (question,) = group_figures((), own=[now, before])
    assert [(cited.figure.low, cited.said is None) for cited in question.figures] == [(18, False), (15, True)]
    assert (question.conflicts, question.updates) == ((), ())
