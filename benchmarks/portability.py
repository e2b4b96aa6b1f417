"""Whether the reader answers alike on a processor without VNNI, emulated by QEMU (Debian: `apt-get install qemu-user`).

    python benchmarks/portability.py [--cpu Haswell]

Processors without VNNI add two products of a byte and a weight in sixteen bits. The reader's matrices are kept in seven
bits so that no such sum overflows; here a short text is read on this processor and on the emulated one (a minute),
and everything that the model gives is compared.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

TEXT = (
    "The mayor of Norhaven, Ilse Brandt, said on Monday that the bridge would open again after a year. "
    "“Nobody has been asked to pay twice,” she told reporters, adding that 40 crews were at work.\n"
    "The harbour board hopes the ferries will run until then, according to its chairman."
)
CODE = f"""
import sys
import numpy as np
from onrecord.models.reader.scan import OUTPUTS, feed_of, open_reader
from onrecord.models.reader.windows import windows_of, words_with_looks
windows = windows_of(words_with_looks({TEXT!r}))
np.savez(sys.argv[1], *(part for one in windows for part in open_reader().run(OUTPUTS, feed_of(one))))
"""
Array = npt.NDArray[Any]
MOST = 1e-4
"""How far two scores may lie apart: sums of floats are taken in another order."""


def scores(program: list[str], path: Path) -> list[Array]:
    """All that the model gives for the text when ``program`` is its Python."""
    subprocess.run([*program, "-c", CODE, str(path)], check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    with np.load(path) as found:
        return [found[name] for name in found.files]


def apart(here: list[Array], there: list[Array]) -> float:
    """The greatest difference; infinite where one has other anchors than the other."""
    if [part.shape for part in here] != [part.shape for part in there]:
        return float("inf")
    return max(float(np.abs(a - b).max()) for a, b in zip(here, there, strict=True))


def main() -> int:
    """Print how far the two lie apart; 1 where it is too far."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--cpu", default="Haswell", help="as `qemu-x86_64 -cpu help` names it (default Haswell)")
    cpu = command.parse_args().cpu
    emulator = shutil.which("qemu-x86_64")
    if emulator is None:
        raise SystemExit("no qemu-x86_64 here (Debian: apt-get install qemu-user)")
    python = str(Path(sys.executable))
    with tempfile.TemporaryDirectory() as folder:
        here = scores([python], Path(folder) / "here.npz")
        there = scores([emulator, "-cpu", cpu, python], Path(folder) / "there.npz")
    most = apart(here, there)
    print(f"{sum(part.size for part in here)} scores, here and on {cpu}: at most {most:.1e} apart")
    return int(most > MOST)


if __name__ == "__main__":
    sys.exit(main())
