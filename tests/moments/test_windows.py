"""Due windows from prose: every row of the table in TERMS, and what is none."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Due
from onrecord.moments import resolve_due, windows

D = date(2017, 10, 31)  # a Tuesday


def days(text: str, said: date = D) -> list[tuple[str, str, str]]:
    """Words, first and last day of each window; "…" for open, "?" for vague."""
    return [(text[w.span.start : w.span.end], *_days(w)) for w in windows(text, said_on=said)]


def _days(due: Due) -> tuple[str, str]:
    if due.vague:
        return "?", "?"
    return str(due.earliest or "…"), str(due.latest or "…")


ROWS = [
    # in N units
    ("The bridge will open in two weeks.", "in two weeks", "2017-11-14", "2017-11-14"),
    ("It will be over in 18 months, she said.", "in 18 months", "2019-04-30", "2019-04-30"),
    ("The mine will close in four years.", "in four years", "2021-10-31", "2021-10-31"),
    ("We will be back in a year and a half.", "in a year and a half", "2019-04-30", "2019-04-30"),
    ("The port will reopen in ten days' time.", "in ten days' time", "2017-11-10", "2017-11-10"),
    # in one or two
    (
        "The ferry will run again in one or two months at the least, they say.",
        "in one or two months",
        "2017-11-30",
        "2017-12-31",
    ),
    ("Talks will resume in two to three weeks.", "in two to three weeks", "2017-11-14", "2017-11-21"),
    ("It will be rebuilt in 18-24 months.", "in 18-24 months", "2019-04-30", "2019-10-31"),
    # within, the next N, over the coming N
    ("The firm will answer within 30 days.", "within 30 days", "2017-10-31", "2017-11-30"),
    ("We will hold a vote in the next three months.", "in the next three months", "2017-10-31", "2018-01-31"),
    ("Prices will fall over the coming two years.", "over the coming two years", "2017-10-31", "2019-10-31"),
    ("They will strike in less than two weeks.", "in less than two weeks", "2017-10-31", "2017-11-14"),
    ("He will be freed within 48 hours.", "within 48 hours", "2017-10-31", "2017-11-02"),
    # by, until, no later than
    ("She will leave by Friday.", "by Friday", "2017-10-31", "2017-11-03"),
    ("The pact runs until 2020.", "until 2020", "2017-10-31", "2020-12-31"),
    ("They must pay no later than June 5, 2018.", "no later than June 5, 2018", "2017-10-31", "2018-06-05"),
    ("By 2030 the isle will be free of rats.", "By 2030", "2017-10-31", "2030-12-31"),
    # before, ahead of
    ("The road will be ready before March.", "before March", "2017-10-31", "2018-02-28"),
    ("They will meet ahead of 18 November.", "ahead of 18 November", "2017-10-31", "2017-11-17"),
    # after, from, no earlier than
    ("The toll will rise after 1 January 2018.", "after 1 January 2018", "2018-01-02", "…"),
    ("The ban will apply from 1 December.", "from 1 December", "2017-12-01", "…"),
    ("It will start no earlier than May 2018.", "no earlier than May 2018", "2018-05-01", "…"),
    # on, in
    ("The forum will be held on November 18.", "on November 18", "2017-11-18", "2017-11-18"),
    ("The envoy will arrive on Tuesday.", "on Tuesday", "2017-11-07", "2017-11-07"),
    ("Sales will rise in 2018.", "in 2018", "2018-01-01", "2018-12-31"),
    ("The court will sit in September.", "in September", "2018-09-01", "2018-09-30"),
    ("It will report in the first quarter of 2019.", "in the first quarter of 2019", "2019-01-01", "2019-03-31"),
    ("The king will travel next week.", "next week", "2017-11-06", "2017-11-12"),
    ("The fair will open at the weekend and close.", "at the weekend", "2017-11-04", "2017-11-05"),
    ("They will play in the summer of 2018.", "in the summer of 2018", "2018-06-01", "2018-08-31"),
    ("It will be done in the second half of next year.", "in the second half of next year", "2018-07-01", "2018-12-31"),
    (
        "The talks will run from 28 November to 5 December.",
        "from 28 November to 5 December",
        "2017-11-28",
        "2017-12-05",
    ),
    ("She will speak tomorrow morning.", "tomorrow morning", "2017-11-01", "2017-11-01"),
    # early, mid, late
    ("It will open in early 2018.", "in early 2018", "2018-01-01", "2018-04-30"),
    ("It will open in mid-2018.", "in mid-2018", "2018-05-01", "2018-08-31"),
    ("It will open in late 2018.", "in late 2018", "2018-09-01", "2018-12-31"),
    ("They will meet in early November.", "in early November", "2017-11-01", "2017-11-10"),
    ("They will meet in mid-November.", "in mid-November", "2017-11-11", "2017-11-20"),
    ("They will meet in late November.", "in late November", "2017-11-21", "2017-11-30"),
    ("They will meet early next week.", "early next week", "2017-11-06", "2017-11-08"),
    ("They will meet late next week.", "late next week", "2017-11-09", "2017-11-12"),
    # the end of
    ("It will be sold at the end of the year.", "at the end of the year", "2017-12-01", "2017-12-31"),
    ("It will be sold at the end of November.", "at the end of November", "2017-11-21", "2017-11-30"),
    ("It must end by the end of the year.", "by the end of the year", "2017-10-31", "2017-12-31"),
    ("It will take effect before the end of March.", "before the end of March", "2017-10-31", "2018-03-31"),
    # this, later this
    ("It will be signed this week.", "this week", "2017-10-31", "2017-11-05"),
    ("It will be signed this year.", "this year", "2017-10-31", "2017-12-31"),
    ("The film will be shown later this year.", "later this year", "2017-10-31", "2017-12-31"),
    # as soon as, not until
    ("They will leave as soon as November.", "as soon as November", "2017-11-01", "…"),
    ("The line will not open until May 2018.", "until May 2018", "2018-05-01", "…"),
    ("We won't leave before 2019.", "before 2019", "2019-01-01", "…"),
    # two that make one
    ("It will open in March or April.", "in March or April", "2018-03-01", "2018-04-30"),
    ("It will be shut in 2018-2019.", "in 2018-2019", "2018-01-01", "2019-12-31"),
    ("It will open in the first week of March.", "in the first week of March", "2018-03-01", "2018-03-07"),
    ("We expect to know within weeks.", "within weeks", "2017-10-31", "2017-12-31"),
    # a couple, a few, several
    ("It will be free in a couple of months.", "in a couple of months", "2017-12-31", "2017-12-31"),
    ("It will be free in a few weeks.", "in a few weeks", "2017-11-21", "2017-12-05"),
    ("It will be free in several days.", "in several days", "2017-11-03", "2017-11-07"),
    # the coming few
    ("We will know in the coming hours.", "in the coming hours", "2017-10-31", "2017-11-01"),
    ("We will know in the next few days.", "in the next few days", "2017-10-31", "2017-11-07"),
    ("We will know in the coming weeks.", "in the coming weeks", "2017-10-31", "2017-12-31"),
    ("We will know in the coming months.", "in the coming months", "2017-10-31", "2018-10-31"),
    ("We will know over the next few years.", "over the next few years", "2017-10-31", "2022-10-31"),
    # what is put off or moved
    ("The vote has been put off until December 4.", "until December 4", "2017-10-31", "2017-12-04"),
    ("The hearing was moved to 11 December.", "11 December", "2017-12-11", "2017-12-11"),
    ("The firm extended its offer through 9 November.", "through 9 November", "2017-10-31", "2017-11-09"),
    # holidays whose day is certain
    ("It will be finished by Christmas.", "by Christmas", "2017-10-31", "2017-12-25"),
    ("The road will open before Easter.", "before Easter", "2017-10-31", "2018-03-31"),
    ("They will march on Good Friday.", "on Good Friday", "2018-03-30", "2018-03-30"),
    ("They will meet on Thanksgiving.", "on Thanksgiving", "2017-11-23", "2017-11-23"),
    ("It will be ready by New Year.", "by New Year", "2017-10-31", "2018-01-01"),
    # counted from a day
    ("It will open two weeks from Tuesday.", "two weeks from Tuesday", "2017-11-21", "2017-11-21"),
    ("The queen will speak tonight.", "tonight", "2017-10-31", "2017-10-31"),
    # bounds
    (
        "She would be surprised if it closed by the end of the year.",
        "by the end of the year",
        "2017-10-31",
        "2017-12-31",
    ),
    ("The rain will last until at least Friday.", "until at least Friday", "2017-10-31", "2017-11-03"),
    ("They will choose a mayor by the next week.", "by the next week", "2017-10-31", "2017-11-12"),
    ("It needs $3 billion for new mills by 2021.", "by 2021", "2017-10-31", "2021-12-31"),
    ("The bank predicted a growth of 3 percent in 2018.", "in 2018", "2018-01-01", "2018-12-31"),
    ("Growth will stand at 3 percent in 2018 and 2019.", "in 2018 and 2019", "2018-01-01", "2019-12-31"),
    ("It will run in May-June.", "in May-June", "2018-05-01", "2018-06-30"),
    (
        "Hearings will run from Monday 27 to Thursday 30 November.",
        "from Monday 27 to Thursday 30 November",
        "2017-11-27",
        "2017-11-30",
    ),
    # the Iranian year
    (
        "Output will rise in the current Iranian calendar year.",
        "in the current Iranian calendar year",
        "2017-10-31",
        "2018-03-20",
    ),
    (
        "It will open by the end of next year (June 30, 2018).",
        "by the end of next year (June 30, 2018",
        "2017-10-31",
        "2018-06-30",
    ),
    (
        "It will open this term, by the end of this month, which ends on 21 November.",
        "by the end of this month, which ends on 21 November",
        "2017-10-31",
        "2017-11-21",
    ),
    # what tells the direction from afar, or not at all
    ("On Monday, Vorn—who had fought the bill—will speak.", "On Monday", "2017-11-06", "2017-11-06"),
    ("The mayor, who came on Sunday, will vote on Friday.", "on Friday", "2017-11-03", "2017-11-03"),
    ("They will almost certainly be charged in 2019.", "in 2019", "2019-01-01", "2019-12-31"),
    ("A special airing on May 23 draws crowds.", "on May 23", "2018-05-23", "2018-05-23"),
    ("Talks due to take place on January 23 were praised.", "on January 23", "2018-01-23", "2018-01-23"),
    ("Markets are awaiting a U.R.-led levy in November.", "in November", "2017-11-01", "2017-11-30"),
    ("Police released him on bail till December.", "till December", "2017-10-31", "2017-12-31"),
    ("Her trip was aimed at a roadmap by the year 2020.", "by the year 2020", "2017-10-31", "2020-12-31"),
    ("She will reach that sum on Tuesday, when towns voted.", "on Tuesday", "2017-11-07", "2017-11-07"),
    ("He is also considering a trip to Sund in early 2018.", "in early 2018", "2018-01-01", "2018-04-30"),
    ("He said that it had to decide in March.", "in March", "2018-03-01", "2018-03-31"),
    # the last quarter of a year, seasons over the turn of a year, brackets that date
    ("Prices will rise in the last quarter of 2018.", "in the last quarter of 2018", "2018-10-01", "2018-12-31"),
    ("It aims to buy oil in 2018/19.", "in 2018/19", "2018-01-01", "2019-12-31"),
    ("It will grow by the end of its fifth plan (March 2021).", "March 2021", "2017-10-31", "2021-03-31"),
    ("Fairs are planned for the next two years.", "for the next two years", "2017-10-31", "2019-10-31"),
    # what people say
    ("The envoys meet on the 12th.", "on the 12th", "2017-11-12", "2017-11-12"),
    ("She resigns effective 1 January.", "effective 1 January", "2018-01-01", "…"),
    ("They should agree inside of a month.", "inside of a month", "2017-10-31", "2017-11-30"),
    ("It will be ready in the next year or two.", "in the next year or two", "2017-10-31", "2019-10-31"),
    ("We will know more in a day or two.", "in a day or two", "2017-11-01", "2017-11-02"),
    ("The firm expects growth in the first quarter.", "in the first quarter", "2018-01-01", "2018-03-31"),
    ("Coal will be gone by mid-century.", "by mid-century", "2017-10-31", "2066-08-31"),
    ("It will be done by the turn of the year.", "by the turn of the year", "2017-10-31", "2018-01-01"),
    ("They expect a deal before the year is out.", "before the year is out", "2017-10-31", "2017-12-31"),
    ("The camp will be shut within the week.", "within the week", "2017-10-31", "2017-11-07"),
    ("The rebels were given until Friday to leave.", "until Friday", "2017-10-31", "2017-11-03"),
    ("The summit was moved to June.", "June", "2018-06-01", "2018-06-30"),
    ("The launch was pushed back a year to 2019.", "2019", "2019-01-01", "2019-12-31"),
    ("The mayor will give a dinner tomorrow.", "tomorrow", "2017-11-01", "2017-11-01"),
    ("If he fails, in five years it is quite likely that she wins.", "in five years", "2022-10-31", "2022-10-31"),
    ("The next census in 2020 is approaching.", "in 2020", "2020-01-01", "2020-12-31"),
    ("We will be able to meet by Saturday afternoon.", "by Saturday afternoon", "2017-10-31", "2017-11-04"),
    (
        "A drive began, determined to end it before the end of the year.",
        "before the end of the year",
        "2017-10-31",
        "2017-12-31",
    ),
    ("He spoke as the Republic on Friday will mark its day.", "on Friday", "2017-11-03", "2017-11-03"),
    ("He said the line is projected to be widened in 2019.", "in 2019", "2019-01-01", "2019-12-31"),
    (
        "It issued a note, warning ships of a raid within the next 72 hours.",
        "within the next 72 hours",
        "2017-10-31",
        "2017-11-03",
    ),
    # days by the moon
    ("The fast will begin on the first day of Ramadan.", "on the first day of Ramadan", "?", "?"),
    ("It will be ready by Eid al-Fitr.", "by Eid al-Fitr", "?", "?"),
    ("The shop will close from Lunar New Year.", "from Lunar New Year", "?", "?"),
    # vague
    ("This choice is coming soon.", "soon", "?", "?"),
    ("They may all be dismissed very soon.", "soon", "?", "?"),
    ("They will take to the streets in near future.", "in near future", "?", "?"),
    ("Aid will go on until security prevails in the isle.", "until security prevails", "?", "?"),
    ("Prices will settle in the long run.", "in the long run", "?", "?"),
    ("The king is due in Sund on Friday.", "on Friday", "2017-11-03", "2017-11-03"),
    ("Voters go to the polls on Sunday.", "on Sunday", "2017-11-05", "2017-11-05"),
    ("Rowan is facing a hard vote in 2018.", "in 2018", "2018-01-01", "2018-12-31"),
    ("It will be done by this year's end.", "by this year's end", "2017-10-31", "2017-12-31"),
    ("They must wait until the court reads its verdict.", "until the court reads", "?", "?"),
    ("The army will soon leave.", "soon", "?", "?"),
    ("It will be settled in the near future.", "in the near future", "?", "?"),
    ("We will decide after the elections.", "after the elections", "?", "?"),
    ("As soon as the talks end, we will go home.", "As soon as the talks end", "?", "?"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), ROWS)
def test_the_table_of_terms(text: str, words: str, first: str, last: str) -> None:
    assert days(text) == [(words, first, last)]


NONE = [
    "He arrived on Tuesday.",
    "They have ruled for two years.",
    "We will stay for two years.",
    "The 2016 election will be remembered.",
    "The November 5 Movement will march.",
    "UN resolution 2254 will be kept.",
    "Article 5 will be applied.",
    "A Boeing 737 will be sent.",
    "It was the worst flood in ten years.",
    "She won for the first time in a decade.",
    "He has been here since Sunday.",
    "The plan was approved last week.",
    "They met two years ago.",
    "The club will meet every Monday.",
    "Theresa Lund-May will speak.",
    "Mr. May will speak.",
    "April Rowan will speak.",
    "It may rain, and soldiers march.",
    "He moved to Norholm to study law in 2015.",
    "Monday's debate will be remembered.",
    "It is too soon to tell.",
    "Nobody knows what the future holds.",
    "The company sold 2,000 cars and will go on.",
    "The 18-month-old child will live.",
    "He did it within a week.",
    "Prices will rise, she said, speaking in Sund on Monday.",
    "The house was trying to clear it on Sunday.",
    "The fall of the town will be remembered.",
    "It will open six days before Friday.",
    "Shops will sell Christmas trees.",
    "It will fall in a year when rivals march.",
    "It shut for the fifth time in less than six years.",
    "He left the pact, his own idea, on 8 May and plans to return.",
    "Allies on Monday predicted an easy win and a long reign.",
    "She promised to mend it in the first 90 days of her reign.",
    "They hope to score in the three towns that voted Tuesday.",
    "Responding to another show on Thursday, the envoy said no.",
    "An offer Friday that the union should take was made.",
    "We hope for a brighter tomorrow.",
    "“It shall be noted,” the agency on Tuesday quoted him as saying.",
    "As if to validate her fears, her rival Vorn on Friday announced a pact.",
    "He had to spend the weekend in Sund.",
    "Exports increased in August to reach a record.",
    "Voters in 2019 are growing older.",
    "As of today, I can state that we comply.",
    "It will be lifted within ten years after the levy.",
    "Sailors had braved a storm to cast their nets on Sunday.",
    "She is coming off a good race on Friday, when many cheered her.",
    "If the isle complies, it would be the second time since taking office in January to do so.",
    "The coating is complete in under five minutes.",
    "The lamp on the 9th floor will be lit.",
    "He fasted during Ramadan.",
    "The dam can be built in a 1.5-2 years period.",
    "NORHOLM, Nov. 2 (NPA) — The next mayor will sing.",
    "They will build the ships of tomorrow.",
    'The "Today" show will go on.',
    "The Norholm Friday prayer leader will speak.",
    "They will remember the days after Sept.11.",
    "She was able to leave on Friday.",
    "They met over the Eid prayers and will part.",
    "The isle, which had bristled at her remarks, including one in January, was glad.",
    "The party today agrees only on its hatred to anything new.",
    "He wants to open doors in a way that does not exist today.",
    "It will grow by 2 percent, less than forecast in July.",
    "Students had given the mayor until Thursday to leave.",
    "The pact was to have expired in 2020.",
    "It would be the island's first fair in 40 years.",
    "He sent letters to party elders on Friday and spoke.",
    "He was “alone” on Sunday and needed to leave.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_window(text: str) -> None:
    assert days(text) == []


def test_next_tuesday_on_a_monday_is_next_weeks() -> None:
    assert days("It will open next Tuesday.", date(2017, 10, 30)) == [("next Tuesday", "2017-11-07", "2017-11-07")]


def test_the_clause_decides_not_the_sentence() -> None:
    text = "The plan, approved on Monday, will start in May."
    assert days(text) == [("in May", "2018-05-01", "2018-05-31")]
    assert days("He said on Monday that on Friday the envoy will leave.") == [("on Friday", "2017-11-03", "2017-11-03")]


def test_an_aside_in_brackets_does_not_turn_the_clause() -> None:
    text = "Arvenia hopes that Tolm will be freed from the League (a body outlawed in Arvenia) in a couple of months."
    assert days(text) == [("in a couple of months", "2017-12-31", "2017-12-31")]
    assert days("It was decided to hold a fair in Sund (on November 18).") == [
        ("on November 18", "2017-11-18", "2017-11-18")
    ]


def test_values_anchors_and_precision() -> None:
    found = {text: windows(text)[0] for text in ("It will end in one or two months.", "It will end in 2019.")}
    relative, absolute = found.values()
    assert (relative.value, relative.anchor, relative.precision, relative.approximate) == (
        "P1M/P2M",
        "said_on",
        "month",
        False,
    )
    assert (absolute.value, absolute.anchor, absolute.earliest) == ("2019", "absolute", date(2019, 1, 1))
    assert relative.earliest is None
    couple = windows("It will end in a couple of months.", said_on=D)[0]
    assert (couple.value, couple.approximate, couple.latest) == ("P2M", True, date(2017, 12, 31))
    november = windows("It will be held on November 18.")[0]
    assert (november.value, november.earliest) == ("XXXX-11-18", None)


TEXTS = st.sampled_from([row[0] for row in ROWS] + NONE)


@given(st.lists(TEXTS, max_size=4), st.dates())
def test_the_days_follow_from_the_values_alone(sentences: list[str], said: date) -> None:
    text = " ".join(sentences)
    assert windows(text, said_on=said) == tuple(resolve_due(w, said) for w in windows(text))


@given(st.lists(TEXTS, max_size=4), st.dates())
def test_windows_never_invert_and_stand_in_order(sentences: list[str], said: date) -> None:
    found = windows("\n".join(sentences), said_on=said)
    assert list(found) == sorted(found, key=lambda w: w.span)
    assert all(w.earliest is None or w.latest is None or w.earliest <= w.latest for w in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
