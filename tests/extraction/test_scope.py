"""What TERMS calls a statement, and what only PolNeAR does."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.scope import counts


@pytest.mark.parametrize(
    "text",
    [
        "{S|Ada Roe} {Q|refused} {C|to leave the dam}.",
        "{S|Ada Roe} {Q|asked} {C|the council to mend the dam}.",
        "{S|Ada Roe} {Q|does not want} {C|to leave}.",
        "{S|The inspectors} {Q|found} {C|that the dam was leaking}.",
        "{S|The mayor} {Q|was adamant} {C|that the dam would hold}.",
        "{S|Engineers} {Q|are optimistic} {C|that the dam will hold}.",
        "{S|The union} rejected the {Q|claim} {C|that it had been warned}.",
        "{C|The dam} {Q|reportedly} {C|broke at noon}.",
        "{S|The guidelines} {Q|call for} {C|2%}.",
        "{C|“We saw it coming,”} {S|Ada Roe} {Q|deadpanned}.",
        "{C|“We saw it coming,”} {S|Ada Roe} {Q|was quoted}.",
        "{S|Ada Roe} {Q|referred to} {C|the dam as the worst of them}.",
        "{C|Landslides} {Q|were reported} {C|in the hills}.",
        "{Q|It was announced} {C|that the dam had broken}.",
        "{S|Ada Roe}{Q|:} {C|talks on the dam are off}",
    ],
)
def test_statements(text: str) -> None:
    assert counts(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "{S|Ada Roe} {Q|has never said} {C|that the dam broke}.",
        "{S|Ada Roe} {Q|declined} {C|to comment}.",
        "{S|Ada Roe} {Q|would not say} {C|when the dam would be mended}.",
        "{C|The dam} {Q|is expected} {C|to hold}.",
        "{S|The talks} {Q|are expected} {C|to end on Friday}.",
        "{C|The dam} {Q|seems} {C|to hold}.",
        "If {S|he} {Q|says} {C|that the dam is safe}, few will listen.",
        "Did {S|Ada Roe} {Q|say} {C|that the dam was safe}?",
        "Ada Roe {Q|was asked} {C|whether the dam would hold}.",
        "{S|Ada Roe} {Q|will announce} {C|the date of the works}.",
        "{S|Everybody} {Q|knows} {C|that the dam is old}.",
        "{S|I} {Q|think} {C|that the dam is old}.",
        "{S|The ministers} {Q|discussed} {C|the state of the dam}.",
        "{S|Ada Roe} {Q|denied} {C|it}.",
        "{S|Ada Roe} {Q|denied} {C|it in a note on her door}.",
        "{C|No claims of the attack} {Q|were reported} on Friday.",
        "{S|Ada Roe} spoke to the Post, {Q|asking} {C|not to be named because the talks go on}.",
        "{S|Not everyone} {Q|agrees on} {C|who owns the dam}.",
        "It was a letter {S|which} {Q|confirmed} {C|what everybody knew}.",
        "The firm, {S|which} {Q|supports} {C|new dams}, sent men.",
        "{S|Groups that} {Q|seek} {C|to mend dams} left.",
        "{S|Ada Roe} {Q|cited} {C|the law of 1950}.",
        "{C|He made the remarks at a meeting in Ulm}, {S|the portal of the council} {Q|reported}.",
        "{S|You} {Q|rightly said} {C|that the dam is old}.",
        "{S|The hikers} {Q|found} {C|that the dam was leaking}.",
        "{S|The council} {Q|banned} {C|rafts from the river}.",
        "{S|The two firms} {Q|have negotiated} {C|the deal}.",
        "{S|The coast guard} {Q|called off} {C|its search}.",
        "{S|The council} {Q|voted} {C|to approve the dam}.",
        "{S|The mayor} {Q|signed an order suspending} {C|all works}.",
        "{S|The man} {Q|was charged with} {C|theft of a boat}.",
        "{S|The mayor} {Q|has declined} {C|the invitation}.",
        "{S|The agreement on rivers} {Q|seeks} {C|to end the quarrel}.",
    ],
)
def test_no_statements(text: str) -> None:
    assert not counts(*marked(text))
