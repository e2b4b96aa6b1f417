import pytest

from onrecord.comparison.speakers.roles import field_of, home_of, shared


@pytest.mark.parametrize(
    ("role", "home"),
    [
        ("Norwegian Foreign Minister", "Norway"),
        ("Norway’s ambassador to Denmark", "Norway"),
        ("ambassador to Denmark", None),
        ("president of Denmark", "Denmark"),
        ("special envoy for Denmark", None),
        ("supreme leader of Democratic People’s Republic of Korea", "North Korea"),
        ("director", None),
    ],
)
def test_whose_office_holder_a_role_makes_somebody(role: str, home: str | None):
    assert home_of(role) == home


def test_a_role_is_shared_by_its_words_whatever_the_country():
    assert shared(["Norwegian foreign minister"], ["the foreign minister"]) == "Norwegian foreign minister"
    assert shared(["minister"], ["minister of fish"]) is None
    assert shared(["envoy"], ["envoy"]) == "envoy"
    assert shared([], ["envoy"]) is None


def test_a_field_is_told_only_where_all_roles_are_of_it():
    assert field_of(["goalkeeper"]) == "sport"
    assert field_of(["goalkeeper", "senator"]) is None
