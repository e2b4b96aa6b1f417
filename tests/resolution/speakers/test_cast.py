from __future__ import annotations

from ..builder import told


def test_a_senator_by_the_short_title_is_the_senator() -> None:
    text = "Sen. Karl Lund met farmers. Later the senator said it rains."
    assert told(text, ("it rains", "the senator", "said"))[0].speaker.name == "Karl Lund"


def test_a_surname_that_is_a_mans_given_name_tells_no_gender() -> None:
    text = "Ida Karl met farmers. Karl left. Karl ate. Karl slept. She said it rains."
    assert told(text, ("it rains", "She", "said"))[0].speaker.name == "Ida Karl"


def test_a_surname_alone_is_not_whom_the_article_always_names_in_full() -> None:
    full = "Erik Lund ate.\nErik Lund slept.\nErik Lund left.\n"
    text = f"Karl Lund met farmers.\n{full}Lund said it rains."
    assert told(text, ("it rains", "Lund@5", "said"))[0].speaker.name == "Karl Lund"


def test_two_spellings_of_a_given_name_are_one_person() -> None:
    text = "Emmanuel Holt met farmers.\nEmanuel Holt left.\nHolt said it rains."
    assert told(text, ("it rains", "Holt@3", "said"))[0].speaker.name == "Emmanuel Holt"


def test_given_names_with_other_endings_are_two_persons() -> None:
    text = "Gabriel Holt met farmers.\nGabriela Holt left.\nHolt said it rains."
    assert told(text, ("it rains", "Holt@3", "said"))[0].speaker.name is None
