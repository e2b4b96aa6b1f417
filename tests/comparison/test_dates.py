from dataclasses import replace
from datetime import date

from onrecord.comparison import dates_from_copies, find_copies
from onrecord.model import Article, DateCandidate
from onrecord.moments import weigh

from .builder import article
from .test_copies import WIRE

DAY = date(2031, 3, 3)


def clock(value: str, day: date | None, words: str) -> DateCandidate:
    return DateCandidate(value=value, earliest=day, latest=day, where="chrome", words=words, why="a clock on the page")


def disputed(made: Article) -> Article:
    later = date(2032, 7, 17)
    return replace(made, date=weigh((clock("XXXX-07-16", None, "16 July"), clock("2032-07-17", later, "17 July 2032"))))


def derive(*articles: Article) -> dict[str, Article]:
    read = {each.id: each for each in articles}
    return dates_from_copies(read, find_copies(articles))


def test_a_page_with_two_wrong_clocks_takes_the_day_of_its_original():
    page = disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",)))
    changed = derive(article("w", *WIRE, outlet="NORDA", day=DAY), page)
    assert set(changed) == {"c"}
    story = changed["c"].date
    assert (story.status, story.earliest, story.latest) == ("stated", DAY, DAY)
    assert [c.where for c in story.candidates] == ["chrome", "chrome", "copy"]


def test_an_article_with_a_date_of_its_own_keeps_it():
    own = date(2031, 3, 9)
    assert derive(article("w", *WIRE, outlet="NORDA", day=DAY), article("c", *WIRE, day=own)) == {}


def test_the_date_goes_when_the_original_goes():
    page = disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",)))
    (dated,) = derive(article("w", *WIRE, outlet="NORDA", day=DAY), page).values()
    (again,) = derive(dated).values()
    assert again.date == page.date


def test_deriving_twice_changes_nothing_more():
    wire = article("w", *WIRE, outlet="NORDA", day=DAY)
    page = disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",)))
    (dated,) = derive(wire, page).values()
    assert derive(wire, dated) == {}


def test_a_date_travels_along_a_chain_of_copies():
    wire = article("w", *WIRE, outlet="NORDA", day=DAY)
    middle = article("m", *WIRE[:3], outlet="The Pellin Post", credited=("NORDA",))
    last = article("l", *WIRE[:2], outlet="Radio Harrow", credited=("The Pellin Post",))
    assert {id: made.date.earliest for id, made in derive(wire, middle, last).items()} == {"m": DAY, "l": DAY}


def test_where_it_is_not_known_which_came_first_no_date_follows():
    undated = article("c", *WIRE, outlet="The Pellin Post")
    fuller = article("w", *WIRE, "A last sentence stands here alone.", outlet="NORDA", day=DAY)
    (copy,) = find_copies([undated, fuller])
    assert not copy.ordered
    assert derive(undated, fuller) == {}


def fixed(made: Article, day: date | None) -> Article:
    """The article with a person's decision on it."""
    words = str(day or "unknown")
    given = DateCandidate(
        value=words, earliest=day, latest=day, where="given", words=words, why="Fixed by N.", decision="d1"
    )
    return replace(made, date=weigh((*made.date.candidates, given)))


def test_what_a_person_decided_about_a_copy_outranks_its_original_which_stays_beside_it():
    wire = article("w", *WIRE, outlet="NORDA", day=DAY)
    page = fixed(disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",))), date(2031, 4, 4))
    (made,) = derive(wire, page).values()
    assert (made.date.earliest, made.date.why) == (date(2031, 4, 4), "Fixed by N.")
    assert [c.where for c in made.date.candidates] == ["chrome", "chrome", "copy", "given"]
    assert derive(wire, made) == {}


def test_what_a_person_decided_about_an_original_holds_for_its_copies():
    wire = fixed(article("w", *WIRE, outlet="NORDA", day=DAY), date(2031, 3, 1))
    page = disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",)))
    (made,) = derive(wire, page).values()
    assert made.date.earliest == date(2031, 3, 1)


def test_nothing_follows_from_an_original_that_a_person_said_has_no_known_day():
    wire = fixed(article("w", *WIRE, outlet="NORDA", day=DAY), None)
    assert derive(wire, disputed(article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",)))) == {}
