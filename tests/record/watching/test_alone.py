from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.watching.alone import alone


def test_one_at_a_time_and_the_other_is_told_who(tmp_path: Path):
    with alone(tmp_path), pytest.raises(RecordError, match=f"process {os.getpid()}"), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass
