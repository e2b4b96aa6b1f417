"""What every test shares: the shared data, Chromium, and how a missing one is said."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NO_SKIP = bool(os.environ.get("ONRECORD_NO_SKIP"))


def missing(what: str) -> None:
    """Skip with the reason; in CI, where everything has to be there, fail instead."""
    if NO_SKIP:
        pytest.fail(f"{what}, and CI allows no skip")
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of shared data (ONRECORD_DATA, default beside the checkout)."""
    folder = Path(os.environ.get("ONRECORD_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        missing(f"no shared data at {folder} (set ONRECORD_DATA)")
    return folder


@pytest.fixture(scope="session")
def seed_page(shared_data: Path) -> Path:
    """The page that it all began with."""
    pages = sorted((shared_data.parent / "seed").glob("*.txt"))
    if not pages:
        missing(f"no seed page beside {shared_data}")
    return pages[0]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    found = shutil.which("chromium")
    if found is None:
        missing("no Chromium here: `make browser` brings it")
    return str(found)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test works in a folder of its own, with no settings of the person who runs it."""
    for name in [name for name in os.environ if name.startswith("ONRECORD_") and name != "ONRECORD_DATA"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed run, whoever skipped it."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NO_SKIP and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
