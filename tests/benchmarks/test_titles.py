"""The benchmark of titles and authors, on pages made up here."""

import gzip
import hashlib
import importlib.util
import json
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "titles.py"
spec = importlib.util.spec_from_file_location("benchmark_titles", SCRIPT)
assert spec is not None
assert spec.loader is not None
titles = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = titles
spec.loader.exec_module(titles)

PAGE = (
    "<html><head><title>Ferry &amp; pier - Harbour Post</title></head>"
    "<body><h1>Ferry &amp;\n <b>pier</b></h1>{}</body></html>"
)
STORY = (
    "<p>By Ilse Trand</p>" + "<p>The ferry left the pier again after nine weeks of repairs, its owners said.</p>" * 4
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "article-extraction" / "html"
    folder.mkdir(parents=True)
    page = PAGE.format(STORY)
    (folder / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    start = page.index("Ferry &amp;\n")
    gold = {
        "file": "a.html.gz",
        "title": {"where": "html", "spans": [[start, page.index("</b></h1>")]]},
        "title_sha256": hashlib.sha256(b"Ferry & pier").hexdigest(),
        "authors": ["Ilse Trand"],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    return tmp_path


def run(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert titles.main([*arguments, "--data", str(data), "--gold", str(data / "gold.jsonl")]) == 0
    return str(capsys.readouterr().out)


def test_show_prints_the_gold_readably(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, capsys, "show") == "a.html.gz\n    Ferry & pier\n    Ilse Trand\n"


def test_the_program_and_trafilatura_are_scored_side_by_side(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(data, capsys)
    assert "onrecord     title exact    1.000" in printed
    assert "onrecord     authors exact  1.000" in printed
    assert "trafilatura  title exact" in printed
    assert "letter case counts" in printed


def test_predictions_are_scored_instead_and_misses_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    predicted = data / "predicted.jsonl"
    predicted.write_text(json.dumps({"file": "a.html.gz", "title": "Ferry", "authors": ["ILSE TRÁND"]}) + "\n")
    printed = run(data, capsys, "--predictions", str(predicted), "--misses")
    assert "predictions  title exact    0.000" in printed
    assert "predictions  authors exact  1.000" in printed
    assert "'Ferry & pier'" in printed


def test_predictions_are_written_and_then_scored_the_same(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = data / "mine.jsonl"
    written = run(data, capsys, "--predictions", str(mine))
    assert written.startswith("title exact")
    assert "predictions  title exact    1.000" in written
    row = {"file": "a.html.gz", "title": "Ferry & pier", "authors": ["Ilse Trand"]}
    assert json.loads(mine.read_text(encoding="utf-8")) == row
    assert run(data, capsys, "--predictions", str(mine)) == written


def test_other_pages_are_read_and_not_scored(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, mine = data / "article-extraction" / "html", data / "mine.jsonl"
    (folder / "a.html.gz").rename(folder / "b.html.gz")
    assert "nothing to score against" in run(data, capsys, "--predictions", str(mine))
    assert json.loads(mine.read_text(encoding="utf-8"))["file"] == "b.html.gz"


def test_a_page_that_was_not_predicted_is_wrong() -> None:
    gold = {"a": titles.Named("T", ())}
    assert titles.hits(gold, {}) == {"title exact": [False], "authors exact": [False]}


def test_a_page_other_than_the_labelled_one_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = gzip.compress(PAGE.format(STORY).replace("Ferry", "Train").encode())
    (data / "article-extraction" / "html" / "a.html.gz").write_bytes(page)
    with pytest.raises(SystemExit, match="not the page that was labelled"):
        run(data, capsys, "show")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("‘Ferry’ – “pier”…", "'Ferry' - \"pier\"...", True),
        ("Ferry\u00a0 pier", "Ferry pier", True),
        ("Ferry", "ferry", False),
    ],
)
def test_titles_are_compared_by_words_not_by_typesetting(one: str, other: str, same: bool) -> None:
    assert (titles.same_title(one) == titles.same_title(other)) is same


def test_names_are_compared_without_case_and_diacritics() -> None:
    assert titles.same_author("The Ílse B. TRAND") == titles.same_author("ilse b trand")


def test_the_interval_holds_the_share_and_narrows_with_certainty() -> None:
    low, high = titles.interval([True, False] * 50)
    assert low < 0.5 < high
    assert titles.interval([True] * 50) == (1.0, 1.0)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "pages"), [("titles", 181), ("titles-other", 44)])
def test_the_shipped_gold_is_whole(shared_data: Path, name: str, pages: int) -> None:
    lines = titles._lines(SCRIPT.parent / "gold" / f"{name}.jsonl")
    gold = titles.gold_of(lines, titles.pages_of(lines, shared_data))
    assert len(gold) == pages
    assert all(named.title for named in gold.values())
