from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.exports import whole


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "plot.svg"
    with pytest.raises(TypeError), whole(path) as out:
        out.writelines(["<svg>", None])  # type: ignore[list-item]
    assert not path.exists()
    with whole(path) as out:
        out.write("<svg/>")
    assert path.read_text() == "<svg/>"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    with pytest.raises(UsageError, match="choose another place"), whole(tmp_path / "none" / "plot.svg"):
        pass
