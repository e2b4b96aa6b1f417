import json
from pathlib import Path

import pytest
from training.reader.labels import FILES, gold_keys, labelled


def test_what_is_trained_on_is_never_scored_on():
    rows = [json.loads(line) for path in FILES for line in path.read_text("utf-8").splitlines()]
    assert len(rows) > 200
    keys = [row["key"] for row in rows]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & gold_keys()


def test_labels_hold_places_and_no_text():
    for path in FILES:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            assert set(row) == {"corpus", "key", "sha256", "attributions"}
            for one in row["attributions"]:
                assert set(one) == {"source", "cue", "content"}
                assert all(isinstance(at, int) for role in one.values() for span in role for at in span)
                assert one["cue"]
                assert one["content"]


@pytest.mark.shared
def test_every_label_lies_on_the_text_that_was_labelled(shared_data: Path):
    examples = labelled(shared_data)
    assert sum(len(one.told) for one in examples) > 4000
    assert all(0 <= told.anchor < len(one.words.spans) for one in examples for told in one.told)
    assert any("(single marks)" in one.name for one in examples)


@pytest.mark.shared
def test_a_text_that_has_changed_is_refused(shared_data: Path, tmp_path: Path):
    for folder in shared_data.iterdir():
        (tmp_path / folder.name).symlink_to(folder)
    (tmp_path / "tehran-times").unlink()
    (tmp_path / "tehran-times").mkdir()
    for path in (shared_data / "tehran-times").iterdir():
        if path.is_file():
            (tmp_path / "tehran-times" / path.name).write_text("Another text.", encoding="utf-8")
    with pytest.raises(ValueError, match="not the text that was labelled"):
        labelled(tmp_path)
