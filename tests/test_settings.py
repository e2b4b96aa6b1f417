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


@pytest.mark.parametrize(
    ("content", "variables", "expected"),
    [
        ('allowed_hosts = ["wiki.corp", ".news.corp"]', {}, ("wiki.corp", ".news.corp")),
        ("", {"ONRECORD_ALLOWED_HOSTS": "wiki.corp, .news.corp,"}, ("wiki.corp", ".news.corp")),
        ("", {}, ()),
    ],
)
def test_a_list_is_one_in_a_file_and_has_commas_in_the_environment(
    tmp_path: Path, content: str, variables: dict[str, str], expected: tuple[str, ...]
):
    (tmp_path / "onrecord.toml").write_text(content)
    assert load(tmp_path, environment=variables).allowed_hosts == expected


@pytest.mark.parametrize(
    ("said", "is_on"), [("true", True), ("Yes", True), ("1", True), ("false", False), ("off", False)]
)
def test_a_switch_is_on_or_off(tmp_path: Path, said: str, is_on: bool):
    assert load(tmp_path, environment={"ONRECORD_ARCHIVE_LINKS": said}).archive_links is is_on


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("allowed_hosts = [1]", "list of texts"),
        ("allowed_hosts = 3", "list of texts"),
        ('archive_links = "maybe"', "true or false"),
        ("host_delay = 0", "more than 0"),
        ('host_delay = "nan"', "more than 0"),
    ],
)
def test_a_list_or_switch_that_is_none_is_said(tmp_path: Path, content: str, says: str):
    (tmp_path / "onrecord.toml").write_text(content)
    with pytest.raises(UsageError, match=says):
        load(tmp_path, environment={})


def test_a_bad_variable_is_named():
    with pytest.raises(UsageError, match="ONRECORD_JOBS"):
        load(environment={"ONRECORD_JOBS": "several"})
