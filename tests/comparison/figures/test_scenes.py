from datetime import date

from tests.effort import growth

from onrecord.comparison.figures.scenes import Scenes

from ..builder import article

DAY = date(2031, 4, 3)  # a Thursday


def scenes(*paragraphs: str) -> list[tuple[set[str], set[str], list[date]]]:
    made = Scenes(article("a", *paragraphs, title="", day=DAY)).all
    return [(s.kinds, {place.written for place in s.places.values()}, [first for first, _ in s.days]) for s in made]


def test_one_event_told_in_several_sentences_is_one_scene():
    told = scenes(
        "A bomb hit the market of Brovna on Tuesday, killing nine.",
        "The blast was heard in Pellin.",
        "The death toll may rise.",
    )
    assert told == [({"bomb"}, {"Brovna", "Pellin"}, [date(2031, 4, 1)])]


def test_an_event_hours_after_another_is_another():
    told = scenes("Nine people were killed in Brovna, hours after a gas attack in Pellin left dozens dead.")
    assert [places for _, places, _ in told] == [{"Brovna"}, {"Pellin"}]


def test_an_old_event_beside_the_news_is_another():
    told = scenes(
        "A gas attack killed nine people in Brovna on Tuesday.",
        "Hundreds died in a gas attack in Dunmere in August 2029.",
    )
    assert [places for _, places, _ in told] == [{"Brovna"}, {"Dunmere"}]


def test_the_day_when_it_was_said_is_no_day_of_the_event():
    ((_, _, days),) = scenes("A bomb killed nine people in Brovna, the mayor said on Wednesday.")
    assert days == []


def test_the_dateline_is_no_day_of_the_event():
    ((_, _, days),) = scenes("Published April 3 2031 A bomb killed nine people in Brovna on Tuesday.")
    assert days == [date(2031, 4, 1)]


def test_two_events_of_one_kind_in_two_villages_are_two():
    told = scenes(
        "Shelling killed nine people in the village of Brovna on Tuesday.",
        "It was a quiet day elsewhere, the mayor said, and the shops were open.",
        "Shells also fell in the village of Pellin, killing two.",
        "Mortar fire killed four in the village of Dunmere.",
    )
    assert len(told) > 1


def test_an_article_without_events_has_no_scene():
    assert scenes("The wall will stand by October, she said.") == []
    assert Scenes(article("a", "Nothing.", title="")).at(0) is None


def test_work_grows_with_the_text():
    sentence = "A bomb killed nine people in the village of Brovna on Tuesday. "
    short, long = (article("a", sentence * times, day=DAY) for times in (20, 80))
    assert growth(Scenes, short, long) < 6
