from dataclasses import replace
from datetime import date

from onrecord.comparison import follow_events
from onrecord.model import Entry

from .builder import article, schedule

SET = article("a", "The harbour forum will be held in Pellin on May 4.", day=date(2031, 4, 1))
SAME = article("b", "The forum will open on May 4 as planned.", day=date(2031, 4, 10))
MOVED = article("c", "The harbour forum is put off until May 20.", day=date(2031, 4, 20))
DENIED = article("d", "Nobody has postponed the forum.", day=date(2031, 4, 21))
PLACE = article("e", "The forum will be held in Harrow on May 20.", day=date(2031, 4, 25))
HELD = article("f", "The harbour forum took place in Harrow.", day=date(2031, 5, 21))
MAY_4, MAY_20 = date(2031, 5, 4), date(2031, 5, 20)


def story() -> list[Entry]:
    return [
        schedule(
            SET, "The harbour forum will be held in Pellin on May 4", event="harbour forum", on=MAY_4, place="Pellin"
        ),
        schedule(SAME, "The forum will open on May 4 as planned", event="forum", on=MAY_4),
        schedule(MOVED, "The harbour forum is put off until May 20", event="harbour forum", on=MAY_20),
        schedule(DENIED, "Nobody has postponed the forum", event="forum", kind="denial"),
        schedule(PLACE, "The forum will be held in Harrow on May 20", event="forum", on=MAY_20, place="Harrow"),
        schedule(HELD, "The harbour forum took place in Harrow", event="harbour forum", kind="report"),
    ]


def test_an_event_that_moves_is_one_line_of_history():
    (lineage,) = follow_events(story(), ())
    assert [step.step for step in lineage.steps] == ["set", "confirmed", "moved", "denied", "moved", "reported_done"]
    assert [step.earliest for step in lineage.steps] == [MAY_4, MAY_4, MAY_20, None, MAY_20, None]
    assert lineage.steps[4].why == "from Pellin to Harrow"


def test_the_order_in_which_they_come_changes_nothing():
    assert follow_events(reversed(story()), ()) == follow_events(story(), ())


def test_two_events_of_one_noun_stay_apart():
    other = article("g", "The wool forum will be held on June 1.", day=date(2031, 4, 5))
    again = article("h", "The wool forum will be held on June 1, as before.", day=date(2031, 4, 6))
    june = date(2031, 6, 1)
    wool = [
        schedule(other, "The wool forum will be held on June 1", event="wool forum", on=june),
        schedule(again, "The wool forum will be held on June 1", event="wool forum", on=june),
    ]
    found = follow_events([*story(), *wool], ())
    assert sorted(lineage.event for lineage in found) == ["harbour forum", "wool forum"]
    assert [step.step for lineage in found if lineage.event == "wool forum" for step in lineage.steps] == [
        "set", "confirmed",
    ]  # fmt: skip


def test_a_single_word_on_an_event_is_no_history():
    assert follow_events(story()[:1], ()) == ()


def test_a_quotation_that_names_no_event_takes_it_from_the_wording_that_restates_it():
    page = article("m", "The forum is put off to May 20.", "We shall meet on May 20.", day=date(2031, 4, 20))
    named = schedule(page, "The forum is put off to May 20", event="forum", on=MAY_20)
    quoted = schedule(page, "We shall meet on May 20", event="May 20", on=MAY_20)
    quoted = replace(quoted, statement=replace(quoted.statement, event=None))
    named = replace(named, statement=replace(named.statement, restates=quoted.statement.id))
    (lineage,) = follow_events([story()[0], named, quoted], ())
    assert [(step.step, step.statement) for step in lineage.steps[1:]] == [("moved", quoted.statement.id)]
