from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import web_archives


@pytest.mark.parametrize(("whole", "records"), [(False, 6), (True, 42)])
def test_intake_and_fastwarc_count_the_same_records(tmp_path: Path, whole: bool, records: int):
    path = tmp_path / "a.warc.gz"
    assert web_archives.build(path, 3, whole=whole) == records
    assert web_archives.ours(path) == web_archives.bare(path) == records


def test_the_rates_are_told_with_their_shares(tmp_path: Path):
    path = tmp_path / "a.warc.gz"
    told = web_archives.measured("three pages", path, web_archives.build(path, 3, whole=False))
    assert "three pages: 6 records" in told
    assert all(f"of {reader}" in told for reader in ("fastwarc", "hashing", "checking"))
