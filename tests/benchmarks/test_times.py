"""The scorer of time expressions, on a corpus written here."""

from datetime import date
from pathlib import Path

from benchmarks import times as benchmark

TML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-10-31">10/31/17</TIMEX3></DCT><TEXT>
The mill <EVENT>closed</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-10-27">Friday</TIMEX3> and will open
<TIMEX3 tid="t2" type="DATE" value="2018">next year</TIMEX3>, R&amp;D said
<TIMEX3 tid="t3" type="DATE" value="X">then</TIMEX3>.
</TEXT></TimeML>"""


def test_a_file_is_read_and_scored(tmp_path: Path) -> None:
    (tmp_path / "mill.tml").write_text(TML, encoding="utf-8")
    document = benchmark.read(tmp_path / "mill.tml")
    assert document.published == date(2017, 10, 31)
    assert [document.text[g.start : g.end] for g in document.gold] == ["Friday", "next year", "then"]
    counts = benchmark.score([(document, benchmark.predict(document))])
    assert (counts["gold"], counts["predicted"], counts["strict"], counts["value"]) == (3, 2, 2, 2)
    assert (counts["later"], counts["later right"]) == (1, 1)


def test_f1_is_the_harmonic_mean() -> None:
    assert benchmark.f1(2, 2, 3) == 0.8
    assert benchmark.f1(0, 0, 0) == 0.0
