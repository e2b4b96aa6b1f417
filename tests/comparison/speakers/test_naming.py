import pytest

from onrecord.comparison.speakers.naming import names_in


@pytest.mark.parametrize(
    ("written", "titled", "name", "key", "sort", "partial"),
    [
        ("Ayatollah Olin Rask", False, "Olin Rask", "olin rask", "person", False),
        ("Orrin", False, "Orrin", "orrin", "person", True),
        ("al-Orrin", True, "al-Orrin", "al orrin", "person", True),
        ("Abu Orrin", False, "Abu Orrin", "abu orrin", "person", True),
        ("King Olin", False, "King Olin", "king olin", "person", True),
        (
            "Norwegian Foreign Ministry",
            False,
            "Norwegian Foreign Ministry",
            "foreign ministry of norway",
            "body",
            False,
        ),
        ("Norways Foreign Ministry", False, "Norways Foreign Ministry", "foreign ministry of norway", "body", False),
        ("the Interior Ministry", False, "Interior Ministry", "interior ministry", "body", True),
        ("Oslo-based Fenn Observatory", False, "Fenn Observatory", "fenn observatory", "body", False),
        ("Oslo", False, "Oslo", "oslo", "body", False),
        ("NTW", False, "NTW", "ntw", "body", False),
        ("witnesses in Fenn", False, "witnesses in Fenn", "witnesses fenn", "body", True),
    ],
)
def test_what_a_name_says(written: str, titled: bool, name: str, key: str, sort: str, partial: bool):
    (found,) = names_in(written, titled=titled)
    assert (found.name, found.key, found.sort, found.partial) == (name, key, sort, partial)


def test_with_the_before_it_a_name_of_several_words_is_a_body_s():
    told = ("Relief Pact", "Orrin", "James Brenn")
    assert [next(names_in(name, titled=False, with_the=True)).sort for name in told] == ["body", "person", "person"]
