"""Whether an announced act is the speaker's own body's."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.bodies import speaks_for


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("{C|Norland will pay for the dam}, {S|Norlandic envoy Bo Lee} {Q|said}.", True),
        ("{C|Russia will pay for the dam}, {S|the Russian envoy Bo Lee} {Q|said}.", True),
        ("{C|The union will strike}, {S|the union's chairman} {Q|said}.", True),
        ("{C|The Greens’ delegation will leave}, {S|its chairman} {Q|said}.", True),
        ("Bo Lee, chairman of the Upland League, left. {C|The League will stay away}, {S|Lee} {Q|said}.", True),
        ("{C|Ulm will pay for the dam}, {S|Bo Lee, envoy to Ulm}, {Q|said}.", False),
        ("{C|Norland will collapse}, {S|Norlandic envoy Bo Lee} {Q|said}.", False),
        ("{C|Norland will pay for the dam}, {S|a trader} {Q|said}.", False),
        ("If Norland will not pay, {S|Norlandic envoy Bo Lee} {Q|said}, {C|all is lost}.", False),
    ],
)
def test_whose_act_it_is(text: str, own: bool) -> None:
    assert speaks_for(*marked(text)) is own
