import pickle
import socket
import threading
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from tests.intake.fetching.conftest import HOST, PAGE, Makes, Reply, Request, Site, redirect, response

from onrecord.errors import (
    FetchBroken,
    FetchDenied,
    FetchError,
    FetchForbidden,
    FetchGone,
    FetchLater,
    FetchMoved,
    FetchRefused,
    FetchTooSlow,
    FetchUnreachable,
    UsageError,
)
from onrecord.intake.fetching import Fetched, Fetcher, Unchanged, resolving, targets
from onrecord.intake.fetching.addresses import PUBLIC, Address, Standing, standing
from onrecord.settings import Settings

INSIDE = [
    "http://127.0.0.1/", "http://127.0.0.1:22/", "http://[::1]/", "http://10.0.0.1/admin", "http://192.168.1.1/",
    "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://0.0.0.0/",
    "http://100.100.100.200/", "http://168.63.129.16/", "http://[::ffff:169.254.169.254]/", "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/", "http://[::127.0.0.1]/", "http://[fe80::1]/", "http://2130706433/", "http://0x7f.1/",
    "http://0177.0.0.1/", "http://127.1/", "http://localhost/", "http://metadata.google.internal/", "http://１２７.0.0.1/",
    "//127.0.0.1/", "//good.example@127.0.0.1/", "http://inner.test/", "http://mixed.test/", "http://mapped.test/",
    "file:///etc/passwd", "ftp://good.example/", "gopher://127.0.0.1:70/_x", "data:text/html,x", "javascript:alert(1)",
    "http://good.example:6379/", "\\\\127.0.0.1\\x", "http:\\\\127.0.0.1",
]  # fmt: skip


@pytest.fixture
def inner_names(names: dict[str, list[str]]) -> None:
    names |= {
        "inner.test": ["10.0.0.1"],
        "mixed.test": ["8.8.8.8", "127.0.0.1"],
        "mapped.test": ["::ffff:127.0.0.1"],
        "good.example": ["8.8.8.8"],
    }


@pytest.mark.usefixtures("inner_names")
@pytest.mark.parametrize("inside", INSIDE)
def test_a_redirect_never_leads_inside(fetcher: Fetcher, site: Site, dialled: list[str], inside: str):
    site.pages["/"] = redirect(inside.encode().decode("latin-1"))
    with pytest.raises((FetchRefused, FetchMoved, FetchGone)) as caught:
        fetcher.fetch(site.url())
    assert caught.value.name == site.url()
    assert dialled == ["127.0.0.1", "127.0.0.1"]  # robots.txt and the page
    assert len(site.requests) == 2


@pytest.mark.usefixtures("inner_names")
@pytest.mark.parametrize("inside", INSIDE[:12] + INSIDE[20:28])
def test_nor_does_an_address_as_it_is_given(fetcher: Fetcher, dialled: list[str], inside: str):
    with pytest.raises(FetchRefused):
        fetcher.fetch(inside)
    assert dialled == []


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_every_kind_of_redirect_is_checked(fetcher: Fetcher, site: Site, dialled: list[str], status: str):
    site.pages["/"] = redirect("http://169.254.169.254/", status)
    with pytest.raises(FetchRefused, match=r"169\.254\.169\.254.*link-local"):
        fetcher.fetch(site.url())
    assert "169.254.169.254" not in dialled


@pytest.mark.parametrize("hops", [1, 2, 9])
def test_a_long_way_inside_is_no_way_either(fetcher: Fetcher, site: Site, dialled: list[str], hops: int):
    site.pages |= {f"/{hop}": redirect(f"/{hop + 1}") for hop in range(hops)}
    site.pages[f"/{hops}"] = redirect("http://10.1.2.3/")
    with pytest.raises(FetchRefused):
        fetcher.fetch(site.url("/0"))
    assert set(dialled) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "there", ["http://127.0.0.1:1/", "http://10.0.0.1/robots.txt", "http://169.254.169.254/", "file:///x"]
)
def test_a_robots_file_never_leads_inside(fetcher: Fetcher, site: Site, dialled: list[str], there: str):
    site.pages |= {"/robots.txt": redirect(there), "/": response()}
    with pytest.raises(FetchLater, match=r"robots\.txt can't be had"):
        fetcher.fetch(site.url())
    assert dialled == ["127.0.0.1"]
    assert site.asked("/") == []


@pytest.mark.parametrize("second", ["10.0.0.1", "169.254.169.254", "127.0.0.2", "::1", "0.0.0.0", "fd00:ec2::254"])
@pytest.mark.parametrize("good", [1, 2, 3])
def test_a_name_that_changes_its_address_gets_nothing(
    fetcher_of: Makes, site: Site, dialled: list[str], second: str, good: int
):
    asked: list[str] = []

    def resolve(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) <= good else [second]

    fetcher = fetcher_of(resolve=resolve, allowed_hosts=(), allowed_networks=("127.0.0.1/32",))
    site.pages |= {f"/{n}": response() for n in range(4)}
    for n in range(good - 1):  # the first answer goes to robots.txt
        assert isinstance(fetcher.fetch(site.url(f"/{n}")), Fetched)
    with pytest.raises(FetchRefused):
        fetcher.fetch(site.url("/3"))
    assert dialled == ["127.0.0.1"] * good
    assert len(asked) == good + 1  # once for each request, and held


@pytest.fixture
def outer(monkeypatch: pytest.MonkeyPatch, site: Site, names: dict[str, list[str]]) -> Site:
    """A server at 127.0.0.2, taken for a public one."""

    def as_public(address: Address) -> Standing:
        return PUBLIC if str(address) == "127.0.0.2" else standing(address)

    outside = Site(address="127.0.0.2")
    monkeypatch.setattr(resolving, "standing", as_public)
    monkeypatch.setattr(targets, "USUAL_PORTS", {outside.port})
    names["public.example"] = ["127.0.0.2"]
    return outside


def test_a_page_outside_may_not_lead_into_the_allowed_intranet(fetcher: Fetcher, site: Site, outer: Site):
    outer.pages["/"] = redirect(site.url("/secret"))
    site.pages["/secret"] = response()
    assert isinstance(fetcher.fetch(site.url("/secret")), Fetched)
    with pytest.raises(FetchRefused, match="may not lead into the intranet"):
        fetcher.fetch(outer.url(host="public.example"))
    assert len(site.asked("/secret")) == 1


def test_an_intranet_may_lead_outside(fetcher: Fetcher, site: Site, outer: Site):
    outer.pages["/"] = response()
    site.pages["/out"] = redirect(outer.url(host="public.example"))
    assert isinstance(fetcher.fetch(site.url("/out")), Fetched)


def test_a_page_comes_with_what_matters(fetcher: Fetcher, site: Site):
    headers = (
        'ETag: "v1"',
        "Last-Modified: Mon, 16 Nov 2026 10:00:00 GMT",
        "Content-Type: text/html; charset=ISO-8859-5",
    )
    site.pages |= {"/old": redirect("/new#part", "301 Moved"), "/new": response(headers=headers)}
    before = datetime.now(UTC)
    got = fetcher.fetch(site.url("/old"))
    assert isinstance(got, Fetched)
    assert (got.asked, got.url, got.redirects) == (site.url("/old"), site.url("/new"), (site.url("/old"),))
    assert (got.data, got.status, got.charset) == (PAGE, 200, "iso-8859-5")
    assert (got.etag, got.modified) == ('"v1"', "Mon, 16 Nov 2026 10:00:00 GMT")
    assert before <= got.fetched_at <= datetime.now(UTC)
    assert (got.canonical, got.archived) == (site.url("/new"), None)


def test_a_link_to_the_archive_is_made_where_it_is_wanted(fetcher_of: Makes, site: Site):
    site.pages["/"] = response()
    got = fetcher_of(archive_links=True).fetch(site.url())
    assert isinstance(got, Fetched)
    assert got.archived == f"https://web.archive.org/web/{got.fetched_at:%Y%m%d%H%M%S}/{site.url()}"


def test_an_unchanged_page_is_not_sent_again(fetcher: Fetcher, site: Site):
    def reply(connection: socket.socket, request: Request) -> None:
        same = request.headers.get("if-none-match") == '"v1"'
        connection.sendall(
            response(b"" if same else PAGE, status="304 Same" if same else "200 OK", headers=('ETag: "v1"',))
        )

    site.pages["/"] = reply
    first = fetcher.fetch(site.url(), etag='"v0"', modified="Mon, 16 Nov 2026 10:00:00 GMT")
    assert isinstance(first, Fetched)
    assert site.requests[-1].headers["if-modified-since"] == "Mon, 16 Nov 2026 10:00:00 GMT"
    again = fetcher.fetch(site.url(), etag=first.etag)
    assert isinstance(again, Unchanged)
    assert again.etag == '"v1"'


@pytest.mark.parametrize("etag", ["a\r\nX-Evil: 1", "a\nb", "ü", "x" * 2_000, "\x00", ""])
def test_a_tag_that_no_header_could_have_held_is_not_sent(fetcher: Fetcher, site: Site, etag: str):
    site.pages["/"] = response()
    fetcher.fetch(site.url(), etag=etag)
    assert {"if-none-match", "x-evil"}.isdisjoint(site.requests[-1].headers)


def test_304_unasked_is_no_page(fetcher: Fetcher, site: Site):
    site.pages["/"] = response(b"", status="304 Not Modified")
    with pytest.raises(FetchBroken, match="304"):
        fetcher.fetch(site.url())


def test_who_asks_is_said_and_nothing_else(
    fetcher_of: Makes, site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / ".netrc").write_text(f"machine {HOST} login spy password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    site.pages["/"] = response(headers=("Set-Cookie: id=1; Path=/",))
    fetcher = fetcher_of(contact="https://desk.example/bot")
    fetcher.fetch(site.url())
    fetcher.fetch(site.url())
    sent = site.requests[-1].headers
    assert sent["user-agent"].startswith("Onrecord/")
    assert sent["user-agent"].endswith(" (+https://desk.example/bot)")
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert sent["host"] == f"{HOST}:{site.port}"


@pytest.mark.parametrize("contact", ["a\r\nX-Evil: 1", "mülller", "x\x00"])
def test_a_contact_that_no_header_can_hold_is_said(contact: str):
    with pytest.raises(UsageError, match="contact"):
        Fetcher(Settings(contact=contact))


@pytest.mark.parametrize(
    ("status", "kind", "passes"),
    [
        ("401 Unauthorized", FetchDenied, False), ("403 Forbidden", FetchDenied, False), ("404 No", FetchGone, False),
        ("410 Gone", FetchGone, False), ("418 Teapot", FetchDenied, False), ("451 Legal", FetchDenied, False),
        ("429 Slow down", FetchLater, True), ("500 Oops", FetchLater, True), ("503 Busy", FetchLater, True),
        ("204 No Content", FetchBroken, False), ("206 Partial", FetchBroken, False),
        ("300 Choices", FetchBroken, False), ("599 Odd", FetchLater, True), ("700 Odd", FetchLater, True),
    ],
)  # fmt: skip
def test_each_status_has_its_error(fetcher: Fetcher, site: Site, status: str, kind: type[FetchError], passes: bool):
    site.pages["/"] = response(b"" if status.startswith("204") else PAGE, status=status)
    with pytest.raises(kind, match=status[:3]) as caught:
        fetcher.fetch(site.url())
    assert caught.value.passes is passes
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (kind, str(caught.value))


def in_turn(site: Site, path: str, *replies: bytes) -> None:
    """The replies one after the other, the last one for ever."""
    left = list(replies)

    def reply(connection: socket.socket, _: Request) -> None:
        connection.sendall(left.pop(0) if len(left) > 1 else left[0])

    site.pages[path] = reply


@pytest.mark.parametrize("status", ["429 Slow down", "500 Oops", "502 Bad", "503 Busy", "504 Slow"])
def test_what_may_pass_is_tried_again(fetcher_of: Makes, site: Site, status: str):
    in_turn(site, "/", response(status=status), response(status=status), response())
    assert isinstance(fetcher_of(fetch_tries=3).fetch(site.url()), Fetched)
    assert len(site.asked("/")) == 3


@pytest.mark.parametrize("status", ["400 Bad", "401 No", "403 No", "404 No", "408 Slow", "410 Gone", "451 No"])
def test_what_lasts_is_not_tried_again(fetcher_of: Makes, site: Site, status: str):
    in_turn(site, "/", response(status=status), response())
    with pytest.raises(FetchError):
        fetcher_of(fetch_tries=3).fetch(site.url())
    assert len(site.asked("/")) == 1


def test_trying_again_ends(fetcher_of: Makes, site: Site):
    site.pages["/"] = response(status="503 Busy")
    with pytest.raises(FetchLater):
        fetcher_of(fetch_tries=4).fetch(site.url())
    assert len(site.asked("/")) == 4


def test_a_host_that_nobody_answers_for_is_tried_again_and_then_left(fetcher_of: Makes, site: Site, dialled: list[str]):
    site.close()
    fetcher = fetcher_of(fetch_tries=3)
    for _ in range(3):
        with pytest.raises(FetchUnreachable):
            fetcher.fetch(site.url())
    assert len(dialled) == 3  # its failing is known for a while


def test_retry_after_is_waited_for(fetcher_of: Makes, site: Site):
    in_turn(site, "/", response(status="429 Slow down", headers=("Retry-After: 1",)), response())
    fetcher_of(fetch_tries=2, longest_wait=3).fetch(site.url())
    first, second = site.asked("/")
    assert second.at - first.at >= 0.95


@pytest.mark.parametrize("said", ["60", "999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_host_that_wants_more_patience_is_left_alone(fetcher_of: Makes, site: Site, said: str):
    site.pages |= {"/": response(status="503 Busy", headers=(f"Retry-After: {said}",)), "/other": response()}
    fetcher = fetcher_of(fetch_tries=3)
    start = time.monotonic()
    with pytest.raises(FetchLater):
        fetcher.fetch(site.url())
    with pytest.raises(FetchLater, match="asks to be left alone"):
        fetcher.fetch(site.url("/other"))
    assert time.monotonic() - start < 3
    assert (len(site.asked("/")), len(site.asked("/other"))) == (1, 0)


def test_the_pause_is_kept_between_requests_of_whatever_kind(fetcher_of: Makes, site: Site):
    site.pages |= {"/a": redirect("/b"), "/b": response()}
    fetcher_of(host_delay=0.15).fetch(site.url("/a"))
    times = [request.at for request in site.requests]
    assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b"]
    assert all(later - earlier >= 0.15 for earlier, later in pairwise(times))


@pytest.mark.parametrize(
    ("location", "says"),
    [("", "not where"), ("http://[::1", "no address"), ("http://a:b@site.test/", "user name"), ("/", "in a circle")],
)
def test_a_redirect_that_leads_nowhere_is_said(fetcher: Fetcher, site: Site, location: str, says: str):
    site.pages["/"] = redirect(location)
    with pytest.raises(FetchError, match=says):
        fetcher.fetch(site.url())


def test_too_many_redirects_are_not_followed(fetcher: Fetcher, site: Site):
    site.pages |= {f"/{hop}": redirect(f"/{hop + 1}") for hop in range(30)}
    with pytest.raises(FetchMoved, match="more than 10 times"):
        fetcher.fetch(site.url("/0"))
    assert len(site.asked("/10")) == 1
    assert site.asked("/11") == []


def test_slow_redirects_do_not_add_up(fetcher_of: Makes, site: Site):
    def slowly(hop: int) -> Reply:
        def reply(connection: socket.socket, _: Request) -> None:
            time.sleep(0.3)
            connection.sendall(redirect(f"/{hop + 1}"))

        return reply

    site.pages |= {f"/{hop}": slowly(hop) for hop in range(9)}
    with pytest.raises(FetchTooSlow, match="redirects take too long"):
        fetcher_of(fetch_seconds=0.5).fetch(site.url("/0"))
    assert 3 <= len(site.requests) <= 6


def test_an_error_on_the_way_names_both_addresses(fetcher: Fetcher, site: Site):
    site.pages["/"] = redirect("/gone")
    with pytest.raises(FetchGone) as caught:
        fetcher.fetch(site.url())
    assert caught.value.name == site.url()
    assert site.url("/gone") in caught.value.problem


def test_each_hop_asks_its_own_robots_file(fetcher: Fetcher, site: Site):
    site.pages |= {"/robots.txt": response(b"User-agent: *\nDisallow: /private"), "/": redirect("/private/x")}
    with pytest.raises(FetchForbidden):
        fetcher.fetch(site.url())
    assert site.asked("/private/x") == []


def test_closing_ends_what_is_under_way(fetcher_of: Makes, site: Site):
    site.pages["/"] = lambda *_: time.sleep(5)
    fetcher = fetcher_of(fetch_seconds=30)
    threading.Timer(0.5, fetcher.close).start()
    start = time.monotonic()
    with pytest.raises(FetchLater, match="stopped"):
        fetcher.fetch(site.url())
    assert time.monotonic() - start < 4
