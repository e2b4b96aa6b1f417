from pathlib import Path

import pytest
from training.reader.invented import FILE, invented, kinds


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "texts.txt"
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path: Path, text: str):
    return list(invented(write(tmp_path, text)))


def test_marks_become_spans_of_the_unmarked_text(tmp_path: Path):
    marked = (
        "# comment\n@ crane: ports\n= {1S|Dolin}{1Q|:} {1C|it stays}\n"
        "{2C|“The crane,”} {2,3S|she} {2Q|said}, {3Q|adding} {3C|that it was late}.\n"
    )
    [(name, text, attributions)] = read(tmp_path, marked)
    assert name == "crane"
    assert text == "Dolin: it stays\n\n“The crane,” she said, adding that it was late."
    told = [{role: [text[start:end] for start, end in pieces] for role, pieces in one.items()} for one in attributions]
    assert told == [
        {"source": ["Dolin"], "cue": [":"], "content": ["it stays"]},
        {"source": ["she"], "cue": ["said"], "content": ["“The crane,”"]},
        {"source": ["she"], "cue": ["adding"], "content": ["that it was late"]},
    ]


def test_paragraphs_without_a_headline_stand_one_to_a_line(tmp_path: Path):
    texts = read(tmp_path, "@ one: x\nSnow fell.\nIt thawed.\n\n@ two: x y\nRain.\n")
    assert [text for _, text, _ in texts] == ["Snow fell.\nIt thawed.", "Rain."]
    assert list(kinds(write(tmp_path, "@ one: x\nSnow.\n\n@ two: x y\nRain.\n"))) == ["x", "x", "y"]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("Snow fell.\n{1S|She} {1Q|said {1C|no}}.", 3, "not closed"),
        ("{1S|She} {1Q|said} {1C|no.", 2, "not closed"),
        ("{1S|She} said {1C|no}.", 1, "0 cues"),
        ("{1S|She} {1Q|said} {1C|no} and {1Q|swore}.", 1, "2 cues"),
        ("{1S|She} {1Q|spoke}.", 1, "no content"),
        ("{2S|She} {2Q|said} {2C|no}.", 1, "without gaps"),
        ("{1S|She} {1Q|said } {1C|no}.", 2, "begins and ends"),
        ("{1S|She} {1,2Q|said} {1C|no}.", 2, "only a source"),
        ("{1X|She} {1Q|said} {1C|no}.", 2, "written in full"),
    ],
)
def test_a_bad_mark_is_an_error_that_names_its_line(tmp_path: Path, body: str, line: int, words: str):
    with pytest.raises(ValueError, match=rf"texts\.txt:{line}: .*{words}"):
        read(tmp_path, f"@ bad: x\n{body}\n")


def test_a_text_without_a_header_or_with_a_name_twice_is_an_error(tmp_path: Path):
    with pytest.raises(ValueError, match=r"texts\.txt:1: a text opens with"):
        read(tmp_path, "Snow fell.\n")
    with pytest.raises(ValueError, match=r"texts\.txt:4: there is a one already"):
        read(tmp_path, "@ one: x\nSnow.\n\n@ one: x\nRain.\n")


def test_the_file_itself_is_marked_well_and_is_not_all_telling():
    texts = list(invented(FILE))
    assert len(texts) >= 120
    told = sum(end - start for _, _, ones in texts for one in ones for pieces in one.values() for start, end in pieces)
    assert told < sum(len(text) for _, text, _ in texts)
    assert any(not ones for _, _, ones in texts)
    assert any(not one["source"] for _, _, ones in texts for one in ones)
