import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchRefused
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.targets import target_of

NOBODY = Allowed()

ODD_ADDRESSES = [
    "http://2130706433/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/", "http://0177.0.0.1/", "http://017700000001/",
    "http://127.1/", "http://127.0.1/", "http://127.0.0.1.2/", "http://127.0.0.01/", "http://0127.0.0.1/", "http://0/",
    "http://00/", "http://0x/", "http://1.2.3.256/", "http://256.0.0.1/", "http://127.0.0.0x1/", "http://4294967295/",
    "http://99999999999/", "http://1.1.1.0x1/", "http://site.test.1/", "http://１２７.１/", "http://127.0.0.１.2/",
    "http://2852039166/", "http://0xA9FEA9FE/", "http://0251.0376.0251.0376/",
]  # fmt: skip
DECEITFUL = [
    "http://good.example@127.0.0.1/", "http://127.0.0.1@good.example/", "http://user:secret@good.example/",
    "http://:@good.example/", "http://@good.example/", "http://good.example\\@127.0.0.1/", "http:\\\\good.example/",
    "http://good.example\t.evil.example/", "http://good.example\n/", "http://good\u200b.example/",
    "http://good\u202e.example/", "http://good.example%00.evil.example/", "http://127%2e0%2e0%2e1/",
    "http://%31%32%37.0.0.1/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[127.0.0.1]/",
    "http://[::1/", "http://::1/", "http://[::1]evil.example/", "http://[v1.fe80::1]/", "http://[]/", "http://[::g]/",
    "http://a..b.example/", "http://.example/", "http://-a.example/", "http://a-.example/", "http://exa mple.test/",
    "http://good.example:80:80/", "http://good.example:0/", "http://good.example:65536/", "http://good.example:-1/",
    "http://good.example:８０/", "http://good.example:80a/", "http://good.example:999999/", "http://..../", "http:///x",
    "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/", "http://good.example/" + "x" * 9_000,
    "http://xn--\u0131.example/", "http://good.example\u3002\u3002x/", "http://a,b.example/", "http://a;b.example/",
    "http://$(id).example/", "http://<b>.example/", "http://good.example\u00ad.evil/",
]  # fmt: skip
NO_WEB_ADDRESS = [
    "", " ", "good.example", "//good.example/", "/path", "http:good.example", "http:/good.example",
    "http//good.example",
    "file:///etc/passwd", "ftp://good.example/", "gopher://good.example:70/_x", "dict://good.example:11211/",
    "ldap://good.example/", "data:text/html,x", "javascript:alert(1)", "jar:http://good.example!/", "netdoc:///x",
    "view-source:http://good.example/", "unix:///run/x.sock", "ws://good.example/", "HTTPSS://good.example/", "-",
    "http+unix://%2Frun%2Fx/", "blob:http://good.example/1", "about:blank", "https:///", "http://",
]  # fmt: skip
INNER_NAMES = [
    "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://metadata.google.internal/", "http://router/",
    "http://printer.local/", "http://wiki.corp/", "http://nas.home.arpa/", "http://db.lan/", "http://x.localdomain/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://intranet/", "http://kubernetes.default.svc.cluster.local/", "http://ｌｏｃａｌｈｏｓｔ/",
]  # fmt: skip


@pytest.mark.parametrize("url", [*ODD_ADDRESSES, *DECEITFUL, *NO_WEB_ADDRESS, *INNER_NAMES])
def test_what_is_spelt_oddly_or_inside_is_refused_with_advice(url: str):
    with pytest.raises(FetchRefused) as caught:
        target_of(url, NOBODY)
    assert len(caught.value.problem) > 20
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize(
    ("url", "spelt", "host", "port"),
    [
        ("https://News.Example/a", "https://news.example/a", "news.example", 443),
        ("HTTP://news.example", "http://news.example/", "news.example", 80),
        (" http://news.example/a#part \n", "http://news.example/a", "news.example", 80),
        ("http://news.example:80/", "http://news.example/", "news.example", 80),
        ("http://news.example:8080?a=1", "http://news.example:8080/?a=1", "news.example", 8080),
        ("http://news.example./a", "http://news.example/a", "news.example", 80),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC", "xn--bcher-kva.example", 443),
        ("http://news。example/", "http://news.example/", "news.example", 80),
        ("http://93.184.216.34/", "http://93.184.216.34/", "93.184.216.34", 80),
        ("http://９3.184.216.34/", "http://93.184.216.34/", "93.184.216.34", 80),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/", "2606:4700::1111", 80),
        ("http://news.example/a b", "http://news.example/a%20b", "news.example", 80),
        ("http://news.example/@x?u=a@b:c", "http://news.example/@x?u=a@b:c", "news.example", 80),
        ("http://news.example/?p=\\x", "http://news.example/?p=\\x", "news.example", 80),
        ("http://under_score.news.example/", "http://under_score.news.example/", "under_score.news.example", 80),
    ],
)
def test_a_web_address_has_one_spelling(url: str, spelt: str, host: str, port: int):
    target = target_of(url, NOBODY)
    assert (target.url, target.host, target.port) == (spelt, host, port)


@given(st.text(max_size=60))
def test_no_text_does_worse_than_being_refused(text: str):
    for url in (text, f"http://{text}", f"http://{text}/", f"http://news.example/{text}"):
        try:
            target = target_of(url, NOBODY)
        except FetchRefused:
            continue
        assert target_of(target.url, NOBODY).url == target.url


def test_a_password_is_told_nobody():
    with pytest.raises(FetchRefused) as caught:
        target_of("https://user:se@cret@good.example/a@b", NOBODY)
    assert str(caught.value).startswith("https://good.example/a@b: ")
    assert "cret" not in str(caught.value)


def test_an_inner_name_that_the_settings_allow_is_taken():
    assert target_of("http://wiki.corp:8090/x", Allowed(hosts=frozenset({".corp"}))).port == 8090
