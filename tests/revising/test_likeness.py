from __future__ import annotations

from onrecord.revising import is_another_story

from .builder import BODY, article, edited

OTHER = (
    "A bakery in Fellmarch has won the prize for the best loaf of rye for the fourth time running.",
    "Baker Tim Oakley owed it to his grandmother’s oven, he said, and to water from behind the house.",
    "The jury tasted sixty loaves on two mornings and praised the crust above everything.",
)


def test_another_text_at_one_address_is_another_story():
    assert is_another_story(article(), article(*OTHER, title="Prize for a loaf"))


def test_a_title_that_says_nothing_does_not_hold_two_stories_together():
    assert is_another_story(article(title="News in brief"), article(*OTHER, title="News in brief"))


def test_an_edited_story_a_grown_one_and_a_stub_are_the_same():
    assert not is_another_story(article(), edited(("23", "32"), (" He promised an inquiry.", "")))
    assert not is_another_story(article(BODY[0]), article(BODY[0], *OTHER))
    assert not is_another_story(article("More soon."), article(*OTHER))
