from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Settings, load


def test_defaults_hold_where_nothing_is_set(tmp_path: Path):
    assert load(tmp_path, environment={}) == Settings()


def test_file_then_environment_then_flags(tmp_path: Path):
    (tmp_path / "onrecord.toml").write_text('record = "from-file"\npage_seconds = 5\njobs = 3\n')
    settings = load(tmp_path, environment={"ONRECORD_PAGE_SECONDS": "7", "ONRECORD_RECORD": "from-env"}, record="flag")
    assert (settings.jobs, settings.page_seconds, settings.record) == (3, 7.0, "flag")


def test_a_flag_that_was_not_given_changes_nothing(tmp_path: Path):
    assert load(tmp_path, environment={"ONRECORD_RECORD": "mine"}, record=None).record == "mine"


@pytest.mark.parametrize(
    ("content", "names"),
    [("recrod = 'x'\n", "recrod"), ("jobs = 'many'\n", "many"), ("jobs = 0\n", "more than 0"), ("= 3", "TOML")],
)
def test_a_bad_file_is_named_with_its_problem(tmp_path: Path, content: str, names: str):
    (tmp_path / "onrecord.toml").write_text(content)
    with pytest.raises(UsageError, match=names) as caught:
        load(tmp_path, environment={})
    assert "onrecord.toml" in str(caught.value)


def test_a_bad_variable_is_named():
    with pytest.raises(UsageError, match="ONRECORD_JOBS"):
        load(environment={"ONRECORD_JOBS": "several"})
