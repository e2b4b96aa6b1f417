"""Docs that can't drift from the code."""

import re
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from docs import make

from onrecord import demo
from onrecord.pipeline.verbs import read
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def test_the_published_schema_is_the_one_in_force():
    assert (ROOT / "docs" / "schema.json").read_text() == make.schema_text(), "run `make docs`"


def test_the_commands_page_is_each_commands_own_help():
    assert (ROOT / "docs" / "commands.md").read_text() == make.commands_text(), "run `make docs`"


def test_the_origin_page_tells_what_the_program_makes_of_the_page_today(seed_page: Path):
    assert (ROOT / "docs" / "origin.md").read_text() == make.origin_text(seed_page), "run `make docs`"


def test_the_origin_page_copies_no_more_than_five_words(seed_page: Path):
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text.casefold())

    page, ours = words(read(seed_page).article.text), words((ROOT / "docs" / "origin.md").read_text())
    runs = {tuple(page[at : at + 6]) for at in range(len(page) - 5)}
    assert not [run for at in range(len(ours) - 5) if (run := tuple(ours[at : at + 6])) in runs]


def test_the_readme_names_both_commands_on_its_first_screen():
    first_screen = (ROOT / "README.md").read_text()[:2500]
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_the_python_of_the_readme_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    with demo.folder() as pages:
        shutil.copy(pages / "07-veltag-forum-confirmed.html", tmp_path / "page.html")
    exec(compile(code.replace("2018-01-01", "2022-01-01"), "README.md", "exec"), {})
    assert "Ysolde Marrak" in capsys.readouterr().out
    assert (tmp_path / "congress.csv").exists()


def test_links_in_the_docs_lead_somewhere():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_page_on_fetching_names_each_setting_with_its_default():
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]*?) ?\|", (ROOT / "docs" / "fetching.md").read_text(), re.M))
    fetching = ("contact", "certificates", "proxy", "archive_links", "page_bytes")
    names = [f.name for f in fields(Settings) if f.name.startswith(("host_", "fetch_", "longest_", "allowed_"))]
    assert sorted(told) == sorted([*names, *fetching])
    for name, default in told.items():
        value = getattr(Settings(), name)
        shown = (
            f"{value:,.0f}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value).lower()
        )
        assert default == ("none" if default and not value and value is not False else shown), name


def test_the_pins_hold_no_index_and_every_pin_has_a_hash():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        pins = re.findall(r"^\S+==", text, re.MULTILINE)
        assert pins
        for block in re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in block


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = set(re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    assert {re.split(r"[<>=]", need)[0] for need in project["dependencies"]} <= pinned
