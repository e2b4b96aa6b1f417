"""The commands, run in this process."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from onrecord.cli import app


def run(*arguments: str | Path) -> Result:
    """What a command did; an error that it let through is raised."""
    done = CliRunner().invoke(app, [str(each) for each in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done
