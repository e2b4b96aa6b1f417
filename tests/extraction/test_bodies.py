"""Whether an announced act is the speaker's own body's."""

import pytest
from tests.extraction.reading import triples

from onrecord.extraction import attributions
from onrecord.extraction.bodies import speaks_for


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Norland will pay for the dam, Norlandic envoy Bo Lee said.", True),
        ("Russia will pay for the dam, the Russian envoy Bo Lee said.", True),
        ("The union will strike, the union's chairman said.", True),
        ("The Greens’ delegation will leave, its chairman said.", True),
        ("Bo Lee, chairman of the Upland League, left. The League will stay away, Lee said.", True),
        ("Ulm will pay for the dam, Bo Lee, envoy to Ulm, said.", False),
        ("Norland will collapse, Norlandic envoy Bo Lee said.", False),
        ("Norland will pay for the dam, a trader said.", False),
        ("If Norland will not pay, Norlandic envoy Bo Lee said, all is lost.", False),
    ],
)
def test_whose_act_it_is(text: str, own: bool) -> None:
    found = attributions(text)
    assert len(found) == 1, triples(text)
    assert speaks_for(text, found[0]) is own
