import csv
import json
from datetime import date
from io import StringIO

from rich.console import Console

from onrecord.exports.speakers import WRITERS, rows_of, terminal
from onrecord.exports.speakers.rows import Row
from onrecord.identities import made
from onrecord.model import Appearance, SpeakerMatch


def at(article: str, name: str, role: str | None = None, year: int = 2031, **told: object) -> Appearance:
    day = date(year, 4, 1)
    given = {"article": article, "written": name, "name": name, "key": name.casefold(), "sort": "person"}
    roles = (role,) if role else ()
    return Appearance(**{**given, "roles": roles, "first": day, "last": day, "outlet": "Fenn Courier", **told})  # type: ignore[arg-type]


ADA = made(
    "p1",
    (
        at("a1", "Ada Brenn", "minister", statements=2, expectations=1),
        at("a2", "Ada Brenn", "the Minister", 2034, statements=1),
        at("a3", "Ada Bren", "envoy", 2035, statements=1),
    ),
    decided=("joined by Olin",),
)
BREN = made("p2", (at("a4", "Brenn", partial=True, statements=1),))
LONE = made("p3", (at("a5", "=Rask", partial=True, statements=1),))
MATCH = SpeakerMatch(one="p1", other="p2", reasons=("a surname", "both “minister”"))
KNOWN = {each.id: each for each in (ADA, BREN, LONE)}
ROWS = list(rows_of(KNOWN.values(), (MATCH,), KNOWN))


def printed(rows: list[Row]) -> str:
    console = Console(width=100, file=StringIO())
    console.print(terminal.told(rows))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_row_has_roles_with_their_days_spellings_and_counts():
    first = json.loads(WRITERS["json"](ROWS))[0]
    assert first["spellings"] == ["Ada Brenn", "Ada Bren"]
    assert first["roles"][0] == {"role": "minister", "first": "2031-04-01", "last": "2034-04-01", "articles": 2}
    assert (first["statements"], first["expectations"], first["articles"]) == (4, 1, 3)
    assert first["matches"] == [{"id": "p2", "name": "Brenn", "reasons": ["a surname", "both “minister”"]}]


def test_csv_has_a_line_for_each_and_runs_nothing():
    lines = list(csv.DictReader(StringIO(WRITERS["csv"](ROWS))))
    assert [line["name"] for line in lines] == ["Ada Brenn", "Brenn", "'=Rask"]
    assert lines[1]["partial"] == "yes"


def test_the_terminal_tells_who_it_is_what_is_suggested_and_how_to_settle_it():
    told = printed(ROWS)
    assert "minister (2031–2034); envoy (2035-04-01)" in told
    assert "4 statements in 3 articles, 1 can fall due · 2031-04-01 to 2035-04-01 · through Fenn Courier" in told
    assert "onrecord speakers confirm p1 p2, or reject" in told
    assert "joined by Olin" in told
    assert told.index("Part of a name alone") < told.index("=Rask")


def test_one_alone_is_shown_in_full():
    assert "part of a name" in printed([ROWS[2]])
