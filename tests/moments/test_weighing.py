"""The arbiter of story dates."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import DateCandidate, Where
from onrecord.moments import weigh

DAY = date(2019, 5, 3)


def candidate(
    where: Where, day: date = DAY, value: str | None = None, why: str = "It names the day of publication."
) -> DateCandidate:
    return DateCandidate(value=value or str(day), earliest=day, latest=day, where=where, words=str(day), why=why)


def partial(where: Where, value: str, words: str) -> DateCandidate:
    return DateCandidate(value=value, earliest=None, latest=None, where=where, words=words, why="")


def test_nothing_is_unknown() -> None:
    assert weigh(()).status == "unknown"
    assert weigh(()).why


def test_one_strong_candidate_is_stated_and_says_so() -> None:
    found = weigh((candidate("metadata"), candidate("metadata")))
    assert (found.status, found.earliest, found.latest) == ("stated", DAY, DAY)
    assert "counts once" in found.why


def test_independent_ones_agree() -> None:
    found = weigh((candidate("metadata"), candidate("url"), candidate("dateline")))
    assert (found.status, found.earliest) == ("agreed", DAY)


def test_rivals_are_disputed_and_leave_no_day() -> None:
    found = weigh((candidate("metadata"), candidate("byline", date(2019, 7, 1))))
    assert (found.status, found.earliest, found.latest) == ("disputed", None, None)
    assert len(found.candidates) == 2


def test_two_against_one_is_agreed_and_names_the_loser() -> None:
    found = weigh((candidate("metadata"), candidate("url"), candidate("byline", date(2018, 1, 1))))
    assert (found.status, found.earliest) == ("agreed", DAY)
    assert "2018-01-01" in found.why


def test_neighbouring_days_agree_because_of_zones_and_the_dateline_names_the_day() -> None:
    found = weigh((candidate("metadata", date(2019, 5, 4)), candidate("dateline", DAY)))
    assert (found.status, found.earliest) == ("agreed", DAY)


def test_the_day_of_a_change_does_not_count_against_publication() -> None:
    changed = replace(candidate("metadata", date(2019, 9, 1)), changed=True)
    found = weigh((candidate("metadata"), changed))
    assert (found.status, found.earliest) == ("stated", DAY)


def test_wording_never_decides() -> None:
    told = candidate("metadata", date(2019, 9, 1), why="Nothing here was modified or updated.")
    assert weigh((candidate("byline"), told)).status == "disputed"


def test_a_month_in_the_address_joins_the_day_in_it() -> None:
    month = DateCandidate(
        value="2019-05", earliest=date(2019, 5, 1), latest=date(2019, 5, 31), where="url", words="/2019/05/", why=""
    )
    found = weigh((candidate("metadata"), month))
    assert (found.status, found.earliest, found.latest) == ("agreed", DAY, DAY)


def test_chrome_alone_proves_nothing() -> None:
    assert weigh((candidate("chrome"),)).status == "unknown"
    assert weigh((candidate("chrome"), candidate("chrome"))).status == "unknown"


def test_two_clocks_that_disagree_are_disputed_even_a_day_apart() -> None:
    clocks = (partial("chrome", "XXXX-04-06", "09:45 6 April"), candidate("chrome", date(2018, 4, 7)))
    found = weigh(clocks)
    assert (found.status, found.earliest, found.latest) == ("disputed", None, None)
    assert weigh(clocks[::-1]).status == "disputed"


def test_a_weekday_that_fits_is_no_proof() -> None:
    weekday = partial("text", "XXXX-WXX-6", "on Saturday")
    assert weigh((candidate("chrome", date(2018, 4, 7)), weekday)).status == "unknown"


def test_a_person_outranks_everything() -> None:
    found = weigh((candidate("metadata"), candidate("url"), candidate("given", date(2001, 1, 1))))
    assert (found.status, found.earliest) == ("stated", date(2001, 1, 1))


def test_a_dated_copy_outranks_chrome() -> None:
    clocks = (partial("chrome", "XXXX-04-06", "09:45 6 April"), candidate("chrome", date(2018, 4, 7)))
    found = weigh((*clocks, candidate("copy", date(2017, 2, 1))))
    assert (found.status, found.earliest) == ("stated", date(2017, 2, 1))
    assert "is a copy of" in found.why


def test_a_copy_against_one_strong_voice_is_disputed() -> None:
    assert weigh((candidate("url"), candidate("copy", date(2017, 2, 1)))).status == "disputed"


def test_a_copy_tells_between_rivals_or_leaves_them() -> None:
    rivals = (candidate("metadata"), candidate("byline", date(2019, 7, 1)))
    found = weigh((*rivals, candidate("copy", date(2019, 7, 1))))
    assert (found.status, found.earliest) == ("stated", date(2019, 7, 1))
    assert weigh((*rivals, candidate("copy", date(2010, 7, 1)))).status == "disputed"


WHERE: st.SearchStrategy[Where] = st.sampled_from(
    ["metadata", "url", "feed", "dateline", "byline", "text", "chrome", "copy", "given"]
)
CANDIDATES = st.lists(
    st.builds(candidate, WHERE, st.dates()) | st.builds(partial, WHERE, st.just("XXXX-02-29"), st.just(""))
)


@given(CANDIDATES)
def test_every_candidate_is_kept_and_only_sound_verdicts_have_days(candidates: list[DateCandidate]) -> None:
    found = weigh(candidates)
    assert found.candidates == tuple(candidates)
    assert found.why
    assert (found.earliest is None) == (found.status in {"disputed", "unknown"}) == (found.latest is None)


def test_one_stamp_printed_in_two_places_is_one_voice() -> None:
    stamp = f"{DAY}T14:20:00+03:00"
    twice = tuple(replace(candidate(where), words=stamp) for where in ("metadata", "byline"))
    assert weigh(twice).status == "stated"
    other = replace(candidate("byline"), words=f"{DAY}T14:25:00+03:00")
    assert weigh((twice[0], other)).status == "agreed"


def test_a_dateline_without_its_year_bears_out_the_day_that_it_fits() -> None:
    assert weigh((candidate("metadata"), partial("dateline", f"XXXX-{DAY:%m-%d}", "the day"))).status == "agreed"
    assert weigh((candidate("metadata"), partial("dateline", "XXXX-02-30", "another"))).status == "stated"


def test_a_marked_day_of_publication_beats_a_tag_that_says_not_of_what_and_wording_decides_nothing() -> None:
    other = date(2019, 7, 1)
    loose = replace(candidate("metadata", other, why="Any words."), unspecific=True)
    marked = replace(candidate("byline", why="Any words."), marked=True)
    assert weigh((loose, marked)).earliest == DAY
    worded = replace(loose, unspecific=False, why="It does not say what happened that day.")
    assert weigh((worded, replace(marked, marked=False, why="the day of publication"))).status == "disputed"


def test_what_a_person_decided_outranks_all_and_the_rivals_stay() -> None:
    fixed = replace(candidate("given", date(2019, 6, 1)), why="Fixed by N. Fenn on 2031-01-02.", decision="d1")
    for order in ((candidate("metadata"), fixed), (candidate("given"), fixed), (fixed, candidate("copy"))):
        found = weigh(order)
        assert (found.status, found.earliest, found.candidates) == ("stated", date(2019, 6, 1), order)
        assert found.why == fixed.why


def test_a_person_can_decide_that_nobody_knows() -> None:
    unknown = replace(partial("given", "unknown", "unknown"), why="Said to be unknown.", decision="d1")
    found = weigh((candidate("metadata"), candidate("dateline"), unknown))
    assert (found.status, found.earliest, found.latest, found.why) == ("unknown", None, None, unknown.why)


def test_a_dispute_is_told_in_places_that_a_reader_knows() -> None:
    why = weigh((candidate("metadata"), candidate("byline", date(2019, 5, 13)))).why
    assert "The page’s own data says 3 May 2019" in why
    assert "the line at the headline says 13 May 2019" in why
    assert "chrome" not in weigh((candidate("chrome"), candidate("chrome", date(2019, 5, 13)))).why
