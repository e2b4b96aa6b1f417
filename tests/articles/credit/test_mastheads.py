from __future__ import annotations

import pytest

from onrecord.articles.credit.mastheads import outlet_named_in


@pytest.mark.parametrize(
    ("chrome", "outlet"),
    [
        (["© 2021 The Belqora Mirror. Printed daily."], "The Belqora Mirror"),
        (["Copyright 2021 Port Ellery Tribune Company • Terms"], "Port Ellery Tribune"),
        (["RADIO NOVERRE", "Listen live", "Radio Noverre is not responsible for other sites."], "Radio Noverre"),
        (["BBC News", "Home | World"], "BBC"),
        (["RADIO NOVERRE", "Listen live"], None),
        (["10:12 16 July", "Related news"], None),
        (["All rights reserved © 2021"], None),
        ([], None),
    ],
)
def test_two_places_or_a_notice_of_rights_name_the_outlet(chrome: list[str], outlet: str | None):
    assert outlet_named_in(chrome) == outlet


def test_the_end_of_a_stated_title_counts_where_the_page_says_it_again():
    stated = ["Ferry runs again | The Tolbur Post"]
    named = outlet_named_in(["The Tolbur Post", "Home"], stated_titles=stated, headline="Ferry runs again")
    assert named == "The Tolbur Post"
    assert outlet_named_in(["Home"], stated_titles=stated, headline="Ferry runs again") is None
