import socket
import ssl
from pathlib import Path

import pytest
import trustme
from tests.intake.fetching.conftest import HOST, PAGE, Makes, Request, Site, redirect, response

from onrecord.errors import FetchMoved, FetchRefused, FetchTooSlow, FetchUnreachable, FetchUntrusted, UsageError
from onrecord.intake.fetching import Fetched, Fetcher
from onrecord.settings import Settings


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def certificates(authority: trustme.CA, tmp_path: Path) -> str:
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    return str(tmp_path / "ca.pem")


def secure(site: Site, authority: trustme.CA, *names: str) -> list[str | None]:
    """The server speaks TLS with a certificate for these names; which ones it is asked for is told."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(context)
    asked: list[str | None] = []
    context.sni_callback = lambda _, name, __: asked.append(name)
    site.wrap = lambda connection: context.wrap_socket(connection, server_side=True)
    return asked


def test_the_address_is_pinned_and_the_certificate_goes_by_the_name(
    fetcher_of: Makes, site: Site, authority: trustme.CA, certificates: str, dialled: list[str]
):
    asked = secure(site, authority, HOST)
    site.pages["/"] = response()
    got = fetcher_of(certificates=certificates).fetch(site.url(scheme="https"))
    assert isinstance(got, Fetched)
    assert got.data == PAGE
    assert asked == [HOST, HOST]
    assert dialled == ["127.0.0.1", "127.0.0.1"]
    assert site.requests[-1].headers["host"] == f"{HOST}:{site.port}"


@pytest.mark.parametrize("named", ["other.test", "127.0.0.1", f"www.{HOST}", f"*.{HOST}"])
def test_a_certificate_for_another_name_is_not_trusted(
    fetcher_of: Makes, site: Site, authority: trustme.CA, certificates: str, named: str
):
    secure(site, authority, named)
    with pytest.raises(FetchUntrusted, match="certificate does not hold"):
        fetcher_of(certificates=certificates, fetch_tries=3).fetch(site.url(scheme="https"))
    assert site.requests == []


def test_an_authority_that_nobody_knows_is_not_trusted(
    fetcher: Fetcher, site: Site, authority: trustme.CA, certificates: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SSL_CERT_FILE", certificates)  # nothing from the environment
    secure(site, authority, HOST)
    with pytest.raises(FetchUntrusted):
        fetcher.fetch(site.url(scheme="https"))


def test_plain_text_where_tls_is_expected_is_not_trusted(fetcher: Fetcher, site: Site):
    def plain(connection: socket.socket) -> socket.socket:
        connection.sendall(response(status="400 Bad Request"))
        return connection

    site.wrap = plain
    with pytest.raises(FetchUntrusted, match="no safe connection"):
        fetcher.fetch(site.url(scheme="https"))


def test_a_handshake_that_drips_ends_at_the_time_limit(fetcher_of: Makes, site: Site):
    def drip(connection: socket.socket) -> socket.socket:
        connection.sendall(b"\x16\x03\x03\x40\x00\x02")
        for _ in range(100):
            connection.sendall(b"\x00")
            connection.settimeout(0.1)
            try:
                connection.recv(4096)
            except TimeoutError:
                continue
        return connection

    site.wrap = drip
    with pytest.raises(FetchTooSlow):
        fetcher_of(fetch_seconds=0.5).fetch(site.url(scheme="https"))


def test_from_https_nobody_is_led_to_http(fetcher_of: Makes, site: Site, authority: trustme.CA, certificates: str):
    secure(site, authority, HOST)
    site.pages["/"] = redirect(site.url("/plain"))
    with pytest.raises(FetchMoved, match="from https to http"):
        fetcher_of(certificates=certificates).fetch(site.url(scheme="https"))
    assert site.asked("/plain") == []


@pytest.mark.parametrize("content", ["", "no certificate", None])
def test_a_file_of_certificates_that_is_none_is_said(tmp_path: Path, content: str | None):
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(UsageError, match=r"ca\.pem"):
        Fetcher(Settings(certificates=str(file)))


@pytest.fixture
def by_proxy(fetcher_of: Makes, site: Site, names: dict[str, list[str]]) -> Fetcher:
    """The server is the proxy, and its name the only one that may be looked up."""
    names.clear()
    names["proxy.test"] = ["127.0.0.1"]
    return fetcher_of(proxy=f"http://me:secret@proxy.test:{site.port}", allowed_hosts=())


def test_a_proxy_looks_names_up_and_is_told_who_asks_it(by_proxy: Fetcher, site: Site):
    site.pages["http://news.example/a"] = response()
    got = by_proxy.fetch("http://news.example/a")
    assert isinstance(got, Fetched)
    assert got.data == PAGE
    assert [request.path for request in site.requests] == ["http://news.example/robots.txt", "http://news.example/a"]
    assert site.requests[-1].headers["proxy-authorization"] == "Basic bWU6c2VjcmV0"


def test_https_goes_through_the_proxy_as_a_tunnel(
    fetcher_of: Makes, site: Site, names: dict[str, list[str]], authority: trustme.CA, certificates: str
):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("news.example").configure_cert(context)
    seen: list[bytes] = []

    def tunnel(connection: socket.socket, _: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        with context.wrap_socket(connection, server_side=True) as inner:
            seen.append(inner.recv(4096))
            inner.sendall(response())

    names["proxy.test"] = ["127.0.0.1"]
    site.pages["news.example:443"] = tunnel
    fetcher = fetcher_of(proxy=f"http://proxy.test:{site.port}", certificates=certificates)
    got = fetcher.fetch("https://news.example/a")
    assert isinstance(got, Fetched)
    assert got.data == PAGE
    assert seen[-1].startswith(b"GET /a HTTP/1.1\r\nHost: news.example\r\n")
    assert b"roxy" not in seen[-1]


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://localhost/", "http://wiki.corp/",
     "http://2130706433/", "http://news.example:22/", "http://[64:ff9b::a00:1]/", "http://metadata.google.internal/"],
)  # fmt: skip
def test_a_proxy_is_asked_for_nothing_inner(by_proxy: Fetcher, site: Site, url: str):
    with pytest.raises(FetchRefused):
        by_proxy.fetch(url)
    assert site.requests == []


def test_a_redirect_through_a_proxy_is_checked_too(by_proxy: Fetcher, site: Site):
    site.pages["http://news.example/a"] = redirect("http://10.0.0.1/")
    with pytest.raises(FetchRefused):
        by_proxy.fetch("http://news.example/a")


def test_a_proxy_that_refuses_is_said(by_proxy: Fetcher, site: Site):
    site.pages["news.example:443"] = response(b"", status="403 Forbidden")
    with pytest.raises(FetchUnreachable, match="the proxy refuses"):
        by_proxy.fetch("https://news.example/a")


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9050", "https://127.0.0.1", "127.0.0.1:8118", "http://", "http://[x", "x"]
)
def test_a_proxy_of_another_kind_is_said(proxy: str):
    with pytest.raises(UsageError, match="proxy"):
        Fetcher(Settings(proxy=proxy))
