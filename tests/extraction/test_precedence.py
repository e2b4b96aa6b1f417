"""Where words outrank what the reader believes."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.precedence import kind_of, stance_of
from onrecord.models.reader.judging import Judgement


def believed(schedule: float) -> Judgement:
    """A reader that takes it for a commitment, and as likely for a schedule as said."""
    kinds = (0.0, 0.9 - schedule, schedule, 0.1, 0.0, 0.0, 0.0, 0.0)
    return Judgement(kinds=kinds, stances=(0.9, 0.1, 0.0), strengths=(1.0, 0.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("text", "schedule", "kind"),
    [
        ("{C|“We liked Ulm, but it was decided to hold the congress in Orlan,”} {S|she} {Q|said}.", 0.2, "schedule"),
        ("{C|“We liked Ulm, but it was decided to hold the congress in Orlan,”} {S|she} {Q|said}.", 0.1, "commitment"),
        ("{C|“We liked Ulm, but it was decided to hold the gate,”} {S|she} {Q|said}.", 0.2, "commitment"),
        ("{C|“We liked the congress in Ulm,”} {S|she} {Q|said}.", 0.2, "commitment"),
    ],
)
def test_an_event_that_is_half_seen_is_a_schedule(text: str, schedule: float, kind: str) -> None:
    found, likely = kind_of(*marked(text), believed(schedule))
    assert found == kind
    assert likely == pytest.approx(schedule if kind == "schedule" else 0.9 - schedule)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("{C|“Much of it is unverified. Various numbers are cited: 300 or 500 dead,”} {S|she} {Q|said}.", "disputes"),
        ("{C|“Various numbers are cited: 300 or 500 dead,”} {S|she} {Q|said}.", "asserts"),
        ("{C|“Much of it is unverified,”} {S|she} {Q|said}.", "asserts"),
    ],
)
def test_claims_cited_beside_doubt_are_disputed(text: str, stance: str) -> None:
    assert stance_of(*marked(text), believed(0.0)) == stance
