"""What a shipped model was made from: one entry for each in ``weights.json``."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path


def write(path: Path, name: str, model: bytes, made_by: str, more: dict[str, object]) -> None:
    """Put the entry ``name`` into the file, with the commit and the model's digest; other entries stay."""
    every = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    made = {"made_by": made_by, "commit": commit(), "sha256": hashlib.sha256(model).hexdigest(), "bytes": len(model)}
    every[name] = {**every.get(name, {}), **made, **more}
    path.write_text(json.dumps(every, indent=2) + "\n", encoding="utf-8")


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """The installed version of each library."""
    return {name: version(name) for name in libraries}


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and the digests of a folder's files, in the order of the names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            line = f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n"
            whole.update(line.encode())
    return whole.hexdigest()


def commit() -> str:
    """The commit that is checked out."""
    found = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True)  # noqa: S607 - whichever git is installed
    return found.stdout.strip()
