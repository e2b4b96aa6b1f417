from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.intake import page_from_bytes
from onrecord.intake.encoding import encoding_of
from onrecord.settings import Settings

SENTENCE = "“The ferry to Tolbur runs again,” said its captain – a café owner’s son. "
GERMAN = "Die Fähre nach Tolbur fährt wieder, größer und schöner als früher, sagte der Kapitän. "
RUSSIAN = "Паром в Толбур снова ходит, сказал капитан в понедельник на пристани. "


@given(st.text(min_size=1).filter(lambda text: "\0" not in text and text[0] != "\ufeff"))
def test_utf8_is_never_taken_for_another(text: str):
    data = text.encode("utf-8", errors="replace")
    assert data.decode(encoding_of(data)) == data.decode("utf-8")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_its_mark(codec: str):
    data = SENTENCE.encode(codec)
    assert data.decode(encoding_of(data)) == SENTENCE


@pytest.mark.parametrize(
    ("declared", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", SENTENCE),  # as browsers read it
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("utf-8", "cp1252", GERMAN),  # a lie
        ("base64", "cp1252", GERMAN),  # no text encoding
        ("no-such-thing", "cp1252", GERMAN),
        (None, "cp1252", GERMAN),
    ],
)
def test_what_a_page_declares_counts_unless_the_bytes_belie_it(declared: str | None, codec: str, text: str):
    data = (text * 5).encode(codec)
    assert data.decode(encoding_of(data, declared)) == text * 5


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "“A new roof,” said its head, Mme Agathe Corsès, “will cost £40,000 and more.” "),
        ("cp1252", "The mayor of Skarnø, Åse Lindqvær, said that the naïve plan would cost €3 million. "),
        ("cp1252", "Señor Ibañez Corrión dijo que mañana habrá más lluvia en la región. "),
        ("cp1250", "Żółw szedł przez łąkę, powiedział burmistrz w poniedziałek. Będzie śnieg, źle. "),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta v pondělí. "),
        ("cp1254", "İstanbul'da şoför dün ağaçların altında öğle yemeği yedi, dedi. "),
        ("cp1251", RUSSIAN),
    ],
)
def test_an_undeclared_page_in_latin_letters_is_windows_1252_unless_its_letters_say_otherwise(codec: str, text: str):
    data = (text * 3).encode(codec)
    assert data.decode(encoding_of(data)) == text * 3


def test_strict_utf8_outranks_a_wrong_declaration():
    assert encoding_of(GERMAN.encode(), "iso-8859-1") == "utf-8"


def test_stray_bytes_do_not_wreck_a_page_of_utf8():
    data = (GERMAN * 20).encode() + b"a caf\xe9 and \x93quotes\x94"
    assert encoding_of(data) == "utf-8"
    assert "größer" in data.decode("utf-8", errors="replace")


@pytest.mark.parametrize(
    "place", ['<meta charset="windows-1251">', '<meta http-equiv=x content="text/html; charset=windows-1251">']
)
def test_the_charset_of_a_page_is_read_from_its_head(place: str):
    data = f"<html><head>{place}</head><body><p>{RUSSIAN * 3}</p></body></html>".encode("cp1251")
    assert RUSSIAN.strip() in page_from_bytes(data, "a", settings=Settings()).text


@given(st.binary(max_size=300))
def test_any_bytes_get_a_codec_that_exists(data: bytes):
    assert isinstance(data.decode(encoding_of(data), errors="replace"), str)


def test_work_grows_with_the_page():
    data = GERMAN.encode("cp1252") * 500
    assert growth(encoding_of, data, data * 4) <= 5


def test_a_guess_is_the_same_on_twenty_megabytes():
    data = GERMAN.encode("cp1252") * 1_000
    assert encoding_of(data * 220) == encoding_of(data) != "utf-8"


@pytest.mark.parametrize("after", [0, 1, 200, 20_000])
@pytest.mark.parametrize("before", range(65_530, 65_537))
def test_a_character_on_the_edge_of_what_is_looked_at_is_no_damage(before: int, after: int):
    data = b"a" * before + "“😀".encode() + b"b" * after
    assert encoding_of(data, "utf-8") == encoding_of(data) == "utf-8"


@pytest.mark.parametrize("place", [0, 16_383, 16_384, 40_000])
def test_a_byte_that_is_no_utf_8_is_found_in_whatever_piece_it_stands(place: int):
    data = b"a" * place + b"\x93word\x94 " * 10 + b"a" * (50_000 - place)
    assert encoding_of(data, "windows-1252") == "cp1252"
