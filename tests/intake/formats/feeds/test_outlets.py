from __future__ import annotations

import pytest

from onrecord.intake.formats.feeds.outlets import outlet_of


@pytest.mark.parametrize(
    ("title", "address", "outlet"),
    [
        ("World | The Tolbur Post", "https://www.tolburpost.example/world", "The Tolbur Post"),
        ("The Tolbur Post - World", "https://tolburpost.example", "The Tolbur Post"),
        ("Tolbur Post", "https://tolburpost.example", "Tolbur Post"),
        ("TNA: Politics", "https://tna.example", "TNA"),
        ("Tolbur News Agency – latest", "https://tna.example/rss", "Tolbur News Agency"),
        ("World", "https://tolburpost.example", None),  # a section
        ("Technology", "https://www.technologyless.example", "Technology"),
        ("The Tolbur Post", None, None),
        ("", "https://tolburpost.example", None),
        ("A", "https://a.example", None),  # proves nothing
    ],
)
def test_an_outlet_is_what_the_address_bears_out(title: str, address: str | None, outlet: str | None):
    assert outlet_of(title, address) == outlet
