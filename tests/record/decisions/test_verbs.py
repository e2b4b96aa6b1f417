from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.record.decisions import verbs


def test_each_verb_stands_under_its_own_name():
    assert all(name == verb.name == verbs.named(name).name for name, verb in verbs.VERBS.items())
    assert {v.name for v in verbs.on_articles()} | verbs.on_comparisons().keys() == verbs.VERBS.keys()
    assert "fix date" in verbs.VERBS


def test_an_unknown_verb_is_refused_with_those_that_there_are():
    with pytest.raises(UsageError, match="fix date"):
        verbs.named("fix weather")
