"""Kind, stance and strength by TERMS' tables."""

import pytest
from tests.extraction.reading import only, statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“By May the wells of Ulm will be dry,” she said.", "forecast"),
        ("“We will mend the dam by Friday,” she said.", "commitment"),
        ("Ada Roe pledged to mend the dam.", "commitment"),
        ("Ada Roe said the council would publish the plan by May 12.", "commitment"),
        ("“The congress will be held in Ulm on May 18,” she said.", "schedule"),
        ("The meeting in Ulm has been postponed, she said.", "schedule"),
        ("Ada Roe called for patience in Ulm.", "appeal"),
        ("“You should leave the valley,” she said.", "appeal"),
        ("“No one has postponed it,” she said.", "denial"),
        ("Ada Roe denied the reports.", "denial"),
        ("Ada Roe accused the council of neglect.", "accusation"),
        ("“This in no way builds trust,” she said.", "assessment"),
        ("Ada Roe called the plan “sensible”.", "assessment"),
        ("“Seventy people came to the hill,” she said.", "report"),
        ("The Orlan delegation will leave Ulm by noon, its chairman, Bo Lee, said.", "commitment"),
        ("Bo Lee, the Norlandic foreign minister, said on Monday that Norland will pay for the dam.", "commitment"),
        ("Bo Lee, the envoy to Ulm, said on Monday that Ulm will collapse.", "forecast"),
        ("The summit was held in Ulm and ended with a call for calm, the host said.", "report"),
        ("“We shall be glad to welcome all of them in Ulm on May 18,” she said.", "schedule"),
        ("Ada Roe wants an answer by Monday.", "appeal"),
        ("Ada Roe said that the council had promised that the dam would hold; the council said nothing.", "report"),
        ("She said a deal would be reached.", "forecast"),
        ("She said the dam was sound and a deal would be good.", "assessment"),
        ("The club announced that it would leave Ulm.", "commitment"),
        ("“Ulm does not violate the pact,” she said.", "denial"),
        ("Ada Roe said if the dam leaks he would leave Ulm.", "commitment"),
        ("Norland expects that Orlan will buy the dam.", "forecast"),
        ("“Congress has to hold itself to the will of the people,” she said.", "report"),
        ("“We shall see,” she said.", "forecast"),
        ("“Who broke the dam?” she asked.", "report"),
        ("“It was a wish, not a plan,” she said.", "assessment"),
        ("Ada Roe said she would be surprised if the dam were gone by May.", "forecast"),
        ("“We met at noon. Men came from the hills. They sang for an hour or more. Ulm will pay.”", "report"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    read = [s for s, _ in statements(text) if s.reported_in is None]
    assert [s.kind for s in read] == [kind]


def test_what_is_asked_for_in_an_answer_is_an_appeal() -> None:
    ((answer, _),) = statements("Q: What do you want of the mayors?\nA: To open the gates at once.")
    assert answer.kind == "appeal"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ulm hopes that the dam will hold.", "hoped"),
        ("“We all hope that it will hold,” she said.", "hoped"),
        ("The dam will probably hold, she said.", "likely"),
        ("The dam might hold, she said.", "possible"),
        ("Ada Roe asked for a truce so that the sick could be moved.", "certain"),
        ("“We were asked whether Ulm could do it,” she said.", "certain"),
        ("In May the dam held, she said.", "certain"),
        ("The dam will hold, she said.", "certain"),
    ],
)
def test_strength(text: str, strength: str) -> None:
    assert only(text).strength == strength


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Seventy people came to the hill,” she said.", "asserts"),
        ("“Much of it is unverified. Various numbers are cited: 300 or 500 dead,” she said.", "disputes"),
        ("Ada Roe dismissed a report of 300 dead.", "disputes"),
        ("“Some claim that it broke at noon,” she said.", "reports"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert only(text).stance == stance
