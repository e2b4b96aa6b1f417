import csv
import json
from io import StringIO

from onrecord.exports.figures.rows import COLUMNS, as_csv, as_json, rows_of

from .builder import ARTICLES, QUESTION


def test_every_figure_is_a_row_with_its_ends_and_who_gave_it():
    rows = {row.figure: row for row in rows_of(QUESTION, ARTICLES)}
    assert (rows["f1"].low, rows["f1"].best, rows["f1"].high) == (14, 14, None)
    assert (rows["f3"].low, rows["f3"].best, rows["f3"].high) == (20, None, 25)
    assert rows["f7"].best is None, "dozens name no number"
    assert rows["f3"].conflicts == ("f4",)
    assert rows["f4"].conflicts == ("f3",)
    assert rows["f2"].copied
    assert rows["f2"].origin == "The Pellin Post"
    assert rows["f6"].who == "not known"
    assert rows["f7"].own_words
    assert rows["f1"].words == "At least 14"


def test_csv_runs_no_formula():
    (first, *_) = csv.DictReader(StringIO(as_csv([QUESTION], ARTICLES)))
    assert tuple(first) == COLUMNS
    assert first["article"].startswith("'=Toll")


def test_json_holds_the_question_and_what_was_decided():
    (made,) = json.loads(as_json([QUESTION], ARTICLES))
    assert (made["id"], len(made["figures"])) == ("q1", 7)
    assert made["decided"] == ["joined by Nadia Orrin on 2031-04-05 (d1)"]
