"""The body benchmark counts as its formula says."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from benchmarks.light_chrome import light_page

from benchmarks import body
from onrecord.articles.plain_text.text import TextPage
from onrecord.model import Chrome

STORY = ["The first paragraph of the story stands here.", "The second one follows it at once."]
CHROME = [["Home", "Sport", "Share this page"], ["Most read", "* One thing", "* Another thing"]]


def _rng(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- the same pages each time


def test_a_page_found_whole_scores_one():
    assert body.page_score("a b c d e", "a b, c: d e!") == body.Score(1.0, 1.0)


def test_half_of_the_grams():
    assert body.page_score("a b c d e", "a b c d") == body.Score(1.0, 0.5)
    assert body.page_score("a b c d", "a b c d e") == body.Score(0.5, 1.0)


def test_grams_are_counted():
    assert body.page_score("a b c d", "a b c d\na b c d").precision == pytest.approx(1 / 5)


def test_nothing_found_scores_nothing():
    assert body.page_score("a b c d", "") == body.Score(0.0, 0.0)
    assert body.page_score("", "") == body.Score(1.0, 1.0)


def test_f1_is_of_the_means():
    found = body.score([("a b c d", "a b c d"), ("a b c d", "")])
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_light_pages_hold_the_story_and_three_to_ten_lines_of_chrome():
    for seed in range(50):
        page = light_page("A title", STORY, CHROME, _rng(seed))
        assert [line for line, told in zip(page.lines, page.story, strict=True) if told] == STORY
        assert page.story.count(None) == 1
        assert 3 <= page.story.count(False) <= 10
        assert [line.strip() for line in page.text.split("\n") if line.strip()] == list(page.lines)


def test_the_same_seed_makes_the_same_light_page():
    one, other = (light_page("A title", STORY, CHROME, _rng(3)) for _ in range(2))
    assert one == other


def test_lines_lost_and_kept_are_counted():
    page = light_page("A title", STORY, CHROME, _rng(1))
    counted = body.Lines()
    kept = next(line for line, told in zip(page.lines, page.story, strict=True) if told is False)
    counted.add(page, TextPage(title="A title", paragraphs=(STORY[0], kept), chrome=(Chrome(words="x", reason="y"),)))
    assert (counted.story, counted.lost, counted.titles_right) == (2, 1, 1)
    assert counted.kept == page.lines.count(kept)


def test_plain_stories_count_what_is_neither_title_nor_body():
    def first_two(text: str) -> TextPage:
        lines = text.split("\n")
        return TextPage(title=lines[0], paragraphs=tuple(lines[1:2]), chrome=())

    assert body.plain_score(["One\nTwo\nThree", "A\nB\n---"], first_two) == (1, 5, 0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "article-extraction" / "html"
    folder.mkdir(parents=True)
    html = f"<html><body><ul><li>Home</li></ul><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
    (folder / "one.html.gz").write_bytes(gzip.compress(html.encode()))
    gold = {"one": {"articleBody": "\n".join(STORY)}}
    (folder.parent / "ground-truth.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_predictions_are_scored(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    given = tmp_path / "given.jsonl"
    given.write_text(json.dumps({"file": "one", "body": "\n".join(STORY)}) + "\n", encoding="utf-8")
    assert body.main(["--data", str(data), "--predictions", str(given)]) == 0
    printed = capsys.readouterr().out
    assert "formula: 4-grams" in printed
    assert "F1 1.0000  (1 of 1 pages)" in printed


@pytest.mark.parametrize("task", ["html", "text"])
def test_predictions_are_written_and_then_scored_the_same(
    data: Path, task: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("inscriptis")
    mine = data / "mine.jsonl"
    run = ["--data", str(data), "--task", task, "--predictions", str(mine)]
    assert body.main(run) == 0
    written = capsys.readouterr().out
    assert f"{task:<6} predictions  P " in written
    row = json.loads(mine.read_text(encoding="utf-8"))
    assert row["file"] == "one"
    assert STORY[0] in row["body"]
    assert body.main(run) == 0
    assert capsys.readouterr().out == written


def test_pages_without_gold_are_read_and_not_scored(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "article-extraction" / "ground-truth.json").unlink()
    mine = data / "mine.jsonl"
    assert body.main(["--data", str(data), "--predictions", str(mine)]) == 0
    assert "nothing to score against" in capsys.readouterr().out
    assert json.loads(mine.read_text(encoding="utf-8"))["file"] == "one"
    assert body.main(["--data", str(data)]) == 0
    assert "skipped: no " in capsys.readouterr().out


def test_other_tasks_take_no_predictions(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        body.main(["--data", str(data), "--task", "light", "--predictions", str(data / "mine.jsonl")])
    assert "--task html or text" in capsys.readouterr().err


def test_missing_data_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert body.main(["--data", str(tmp_path)]) == 0
    assert "skipped: no " in capsys.readouterr().out


@pytest.mark.shared
def test_the_metric_gives_trafilaturas_known_score(shared_data: Path):
    trafilatura = pytest.importorskip("trafilatura")
    pages = body.gold_pages(shared_data)[:20]
    found = [trafilatura.extract(page.html, include_comments=False, favor_precision=True) or "" for page in pages]
    result = body.score((page.body, text) for page, text in zip(pages, found, strict=True))
    assert result.f1 > 0.9
