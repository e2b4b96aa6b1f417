"""The shipped line model: one file, small, the same each time."""

from __future__ import annotations

import hashlib
import json
from importlib import resources

import numpy as np

from onrecord.articles.plain_text import context
from onrecord.articles.plain_text.lines import COLUMNS, Line, features, read_lines, word_ids
from onrecord.models import lines as model

DATA = resources.files("onrecord.models") / "data"
PAGE = "Home\nSport\n\nThe mayor said on Monday that the bridge would open again, after a year.\n\nShare this page"


def test_the_file_is_small_and_the_one_that_was_recorded():
    data = (DATA / "lines.onnx").read_bytes()
    record = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))["lines"]
    assert len(data) <= 3_000_000
    assert record["sha256"] == hashlib.sha256(data).hexdigest()


def test_words_of_stories_score_above_words_of_chrome():
    prose, chrome = model.word_scores(word_ids((Line("he said that it would"), Line("share on facebook"))))
    assert prose > chrome


def test_a_line_without_known_words_has_the_bias_alone():
    scores = model.word_scores(np.zeros((2, 24), dtype=np.int32))
    assert scores[0] == scores[1]
    assert np.isfinite(scores).all()


def test_looks_are_shares_to_six_decimals():
    lines = read_lines(PAGE)
    looks = context.with_words(features(lines), model.word_scores(word_ids(lines)))
    first = model.first_look(looks)
    second = model.second_look(context.with_context(looks, first))
    for share in (first, second):
        assert share.shape == (len(lines),)
        assert ((share >= 0) & (share <= 1)).all()
        assert (share == np.round(share, 6)).all()


def test_a_line_scores_the_same_alone_and_among_others():
    rng = np.random.default_rng(1)
    looks = rng.normal(size=(300, COLUMNS + 7)).astype(np.float32)
    together = model.first_look(looks)
    assert together[17] == model.first_look(looks[17:18])[0]
    assert (together == model.first_look(looks)).all()


def test_shares_of_no_lines():
    assert context.shares(()).shape == (0,)
