"""Kind, stance and strength by TERMS' tables."""

import pytest
from tests.extraction.reading import marked, statements

from onrecord.extraction.kinds import kind_and_carriers
from onrecord.extraction.stances import stance_of
from onrecord.extraction.strengths import strength_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{C|“By May the wells of Ulm will be dry,”} {S|she} {Q|said}.", "forecast"),
        ("{C|“We will mend the dam by Friday,”} {S|she} {Q|said}.", "commitment"),
        ("{S|Ada Roe} {Q|pledged} {C|to mend the dam}.", "commitment"),
        ("{S|Ada Roe} {Q|said} {C|the council would publish the plan by May 12}.", "commitment"),
        ("{C|“The congress will be held in Ulm on May 18,”} {S|she} {Q|said}.", "schedule"),
        ("{C|The meeting in Ulm has been postponed}, {S|she} {Q|said}.", "schedule"),
        ("{S|Ada Roe} {Q|called for} {C|patience in Ulm}.", "appeal"),
        ("{C|“You should leave the valley,”} {S|she} {Q|said}.", "appeal"),
        ("{C|“No one has postponed it,”} {S|she} {Q|said}.", "denial"),
        ("{S|Ada Roe} {Q|denied} {C|the reports}.", "denial"),
        ("{S|Ada Roe} {Q|accused} {C|the council of neglect}.", "accusation"),
        ("{C|“This in no way builds trust,”} {S|she} {Q|said}.", "assessment"),
        ("{S|Ada Roe} {Q|called} {C|the plan “sensible”}.", "assessment"),
        ("{C|“Seventy people came to the hill,”} {S|she} {Q|said}.", "report"),
        ("{C|The Orlan delegation will leave Ulm by noon}, {S|its chairman, Bo Lee}, {Q|said}.", "commitment"),
        (
            "{S|Bo Lee, the Norlandic foreign minister}, {Q|said} on Monday {C|that Norland will pay for the dam}.",
            "commitment",
        ),
        ("{S|Bo Lee, the envoy to Ulm}, {Q|said} on Monday {C|that Ulm will collapse}.", "forecast"),
        ("{C|The summit was held in Ulm and ended with a call for calm}, {S|the host} {Q|said}.", "report"),
        ("{C|“We shall be glad to welcome all of them in Ulm on May 18,”} {S|she} {Q|said}.", "schedule"),
        ("{S|Ada Roe} {Q|wants} {C|an answer by Monday}.", "appeal"),
        (
            "{S|Ada Roe} {Q|said} {C|that the council had promised that the dam would hold}; the council said nothing.",
            "report",
        ),
        ("{S|She} {Q|said} {C|a deal would be reached}.", "forecast"),
        ("{S|She} {Q|said} {C|the dam was sound and a deal would be good}.", "assessment"),
        ("{S|The club} {Q|announced} {C|that it would leave Ulm}.", "commitment"),
        ("{C|“Ulm does not violate the pact,”} {S|she} {Q|said}.", "denial"),
        ("{S|Ada Roe} {Q|said} {C|if the dam leaks he would leave Ulm}.", "commitment"),
        ("{S|Norland} {Q|expects} {C|that Orlan will buy the dam}.", "forecast"),
        ("{C|“Congress has to hold itself to the will of the people,”} {S|she} {Q|said}.", "report"),
        ("{C|“We shall see,”} {S|she} {Q|said}.", "forecast"),
        ("{C|“Who broke the dam?”} {S|she} {Q|asked}.", "report"),
        ("{C|“It was a wish, not a plan,”} {S|she} {Q|said}.", "assessment"),
        ("{S|Ada Roe} {Q|said} {C|she would be surprised if the dam were gone by May}.", "forecast"),
        ("{C|“We met at noon. Men came from the hills. They sang for an hour or more. Ulm will pay.”}", "report"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_and_carriers(*marked(text))[0] == kind


def test_what_is_asked_for_in_an_answer_is_an_appeal() -> None:
    ((answer, _),) = statements("Q: What do you want of the mayors?\nA: To open the gates at once.")
    assert answer.kind == "appeal"


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("{S|Ulm} {Q|hopes} {C|that the dam will hold}.", "hoped"),
        ("{C|“We all hope that it will hold,”} {S|she} {Q|said}.", "hoped"),
        ("{C|The dam will probably hold}, {S|she} {Q|said}.", "likely"),
        ("{C|The dam might hold}, {S|she} {Q|said}.", "possible"),
        ("{S|Ada Roe} {Q|asked for} {C|a truce so that the sick could be moved}.", "certain"),
        ("{C|“We were asked whether Ulm could do it,”} {S|she} {Q|said}.", "certain"),
        ("{C|In May the dam held}, {S|she} {Q|said}.", "certain"),
        ("{C|The dam will hold}, {S|she} {Q|said}.", "certain"),
    ],
)
def test_strength(text: str, strength: str) -> None:
    words, told = marked(text)
    assert strength_of(words, told, kind_and_carriers(words, told)[1]) == strength


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("{C|“Seventy people came to the hill,”} {S|she} {Q|said}.", "asserts"),
        ("{C|“Much of it is unverified. Various numbers are cited: 300 or 500 dead,”} {S|she} {Q|said}.", "disputes"),
        ("{S|Ada Roe} {Q|dismissed} {C|a report of 300 dead}.", "disputes"),
        ("{C|“Some claim that it broke at noon,”} {S|she} {Q|said}.", "reports"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert stance_of(*marked(text)) == stance
