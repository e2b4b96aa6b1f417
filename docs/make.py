"""What in the docs is made from code, so that it can't drift: ``make docs``.

Writes ``schema.json``, ``commands.md``, the table in ``origin.md`` (where the shared seed page is)
and ``reading.png`` (where Chromium is).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main
from docs.origin import table
from typer.core import TyperGroup

from onrecord import demo
from onrecord.cli import app
from onrecord.exports import html, schema
from onrecord.pipeline.verbs import read

DOCS = Path(__file__).parent
BEGIN, END = "<!-- made by `make docs` -->", "<!-- end -->"


def schema_text() -> str:
    """``docs/schema.json``."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def commands_text() -> str:
    """``docs/commands.md``: every command's own help."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101  # it has commands
    parts = ["# The commands\n", "Made by `make docs` from each command's own `--help`.\n"]
    for name, command in _commands(group):
        rows = [_parameter(each) for each in command.params]
        parts += [f"## onrecord {name}\n", f"{(command.help or '').strip()}\n"]
        parts.append("\n".join(["| | |", "|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _commands(group: TyperGroup) -> Iterator[tuple[str, Any]]:
    """Every command, those of a group under its name."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {part}", each) for part, each in _commands(command))
        else:
            yield name, command


def _parameter(parameter: Any) -> str:
    names = [name for name in parameter.opts if name.startswith("-")] or [parameter.metavar or parameter.name]
    says = getattr(parameter, "help", None) or ""
    return f"| {', '.join(f'`{name}`' for name in names)} | {' '.join(says.split())} |"


def origin_text(seed: Path) -> str:
    """``docs/origin.md`` with its table made anew."""
    text = (DOCS / "origin.md").read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n{table(read(seed))}{END}{after}"


def seed_page() -> Path | None:
    """The shared seed page, where there is one."""
    data = Path(os.environ.get("ONRECORD_DATA", DOCS.parent.parent / "shared" / "data"))
    return next(iter(sorted((data.parent / "seed").glob("*.txt"))), None)


def picture() -> None:
    """``docs/reading.png``: a page of the demo as ``onrecord read --format html`` shows it."""
    from playwright.sync_api import sync_playwright

    with demo.folder() as pages:
        made = html.render([read(pages / "02-veltag-envoy-hopes.html")])
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 760})
        page.set_content(made)
        page.screenshot(path=DOCS / "reading.png")
        browser.close()


def main() -> None:
    """Write everything that can be made here, and say what can't."""
    (DOCS / "schema.json").write_text(schema_text(), encoding="utf-8")
    (DOCS / "commands.md").write_text(commands_text(), encoding="utf-8")
    seed = seed_page()
    if seed:
        (DOCS / "origin.md").write_text(origin_text(seed), encoding="utf-8")
    else:
        print("no shared seed page: docs/origin.md keeps its table")
    if shutil.which("chromium"):
        picture()
    else:
        print("no Chromium: docs/reading.png stays as it is")


if __name__ == "__main__":
    main()
