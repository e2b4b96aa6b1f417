"""The scorer of names, on tags and texts written here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import entities as benchmark

TEXT = "Ada Roe of Kest Rail left Ulm."
TAGS = [
    [[0, 3, "NNP", "PERSON", "Ada"], [4, 7, "NNP", "PERSON", "Roe"], [8, 10, "IN", "O", "of"]],
    [
        [11, 15, "NNP", "ORGANIZATION", "Kest"],
        [16, 20, "NNP", "ORGANIZATION", "Rail"],
        [26, 29, "NNP", "LOCATION", "Ulm"],
    ],
]
GOLD = {(0, 7, "person"), (11, 20, "organisation"), (26, 29, "place")}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "polnear" / "dev" / "text"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with gzip.open(tmp_path / "polnear" / "corenlp_dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"file": "a.txt", "sentences": TAGS}) + "\n")
    return tmp_path


def test_neighbouring_tokens_of_one_tag_are_one_name(data: Path):
    assert dict(benchmark.tagged(data / "polnear" / "corenlp_dev.jsonl.gz")) == {"a.txt": GOLD}


def test_a_name_counts_where_its_borders_and_its_kind_are_the_same():
    rows = [{"file": "a.txt", "entities": [[0, 7, "person"], [11, 20, "place"], [26, 28, "place"]]}]
    counts = benchmark.scores({"a.txt": GOLD}, rows)
    assert counts["all"] == (1, 3, 3)
    assert counts["person"] == (1, 1, 1)
    assert counts["place"] == (0, 2, 1)
    assert counts["organisation"] == (0, 0, 1)


def test_the_reader_finds_plain_names_and_its_file_is_scored(data: Path, capsys: pytest.CaptureFixture[str]):
    kept = data / "kept.jsonl"
    for _ in range(2):
        assert benchmark.main(["--data", str(data), "--predictions", str(kept)]) == 0
    assert "all" in capsys.readouterr().out
    assert [0, 7, "person"] in json.loads(kept.read_text(encoding="utf-8"))["entities"]
