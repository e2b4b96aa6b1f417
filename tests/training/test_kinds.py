import json
from collections import Counter
from pathlib import Path

import pytest
from training.reader.examples import Example
from training.reader.kinds import LABELS, SMOOTH, TIMES, articles, invented, judged, with_judged
from training.reader.labels import gold_keys

from onrecord.models.reader.judging import SIZES


def written(folder: Path, *lines: str) -> Path:
    path = folder / "kinds.txt"
    path.write_text("# a comment\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_invented_line_is_a_text_with_one_judged_statement(tmp_path: Path):
    line = "denial disputes certain | = {1S|Port} {1Q|denies} {1C|it lost a ship} on Monday"
    (article,) = invented(written(tmp_path, line))
    assert article.text == "Port denies it lost a ship on Monday"
    ((one, label),) = article.statements
    assert {role: [article.text[slice(*span)] for span in spans] for role, spans in one.items()} == {
        "source": ["Port"],
        "cue": ["denies"],
        "content": ["it lost a ship"],
    }
    assert label == (4, 2, 0)


@pytest.mark.parametrize(
    "line",
    [
        "denial disputes | {1Q|said} {1C|so}",
        "denail disputes certain | {1Q|said} {1C|so}",
        "denial disputes certain | {1Q|said {1C|so}",
    ],
)
def test_a_line_written_otherwise_is_named(line: str, tmp_path: Path):
    with pytest.raises(ValueError, match=r"kinds\.txt:3"):
        list(invented(written(tmp_path, line)))


def test_invented_sentences_know_every_kind_of_the_rare_ones():
    labels = [label for article in invented() for _, label in article.statements]
    kinds, stances, strengths = (Counter(label[field] for label in labels) for field in range(3))
    assert set(kinds) == set(range(SIZES[0]))
    assert min(stances[1], stances[2], *(strengths[n] for n in (1, 2, 3))) > 20


def test_labels_of_kinds_hold_no_text_and_no_gold():
    rows = [
        json.loads(line)
        for path in LABELS.glob("kinds-*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    keys = [row["key"] for row in rows]
    assert len(keys) > 400
    assert len(set(keys)) == len(keys)
    assert not set(keys) & gold_keys()
    known = {"corpus", "key", "sha256", "published", "statements"}
    assert all(set(row) <= known for row in rows)


@pytest.mark.shared
def test_every_judged_statement_lies_on_its_text(shared_data: Path):
    every = judged(shared_data)
    assert sum(len(one.judged) for one in every.values()) == sum(len(one.statements) for one in articles(shared_data))
    for example in every.values():
        assert not example.is_read
        for one in example.judged:
            assert one.content
            assert max(one.content) < len(example.words.spans)
            assert sum(one.truth) == pytest.approx(len(SIZES))
            assert max(one.truth) == pytest.approx(1 - SMOOTH + SMOOTH / SIZES[1])
    weights = [weight for example in every.values() for one in example.judged for weight in one.weights]
    assert sum(weights) / len(weights) == pytest.approx(1.0)


@pytest.mark.shared
def test_what_is_judged_is_read_as_often_as_it_takes(shared_data: Path):
    every = dict(list(judged(shared_data).items())[:3])
    first, second, _ = every.values()
    read = [Example(first.name, first.words, ()), *[Example(second.name, second.words, ())] * 2]
    found = Counter((one.name, one.is_read) for one in with_judged(read, every) if one.judged)
    names = list(every)
    assert found == {
        (names[0], True): 1,
        (names[0], False): TIMES - 1,
        (names[1], True): 2,
        (names[2], False): TIMES,
    }
