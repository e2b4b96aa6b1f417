import socket
import threading
import time

import pytest

from onrecord.errors import FetchError, FetchGone, FetchRefused, FetchTooSlow, FetchUnreachable
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.resolving import Pinned, pinned, system_addresses
from onrecord.intake.fetching.targets import target_of
from onrecord.settings import Settings

NOBODY = Allowed()
CORP = Allowed.by(Settings(allowed_hosts=(".corp",), allowed_networks=("10.1.0.0/16",)))


def pin(*addresses: str, url: str = "http://news.example/", allowed: Allowed = NOBODY) -> Pinned:
    return pinned(target_of(url, allowed), allowed, lambda _: addresses, seconds=1)


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",), ("8.8.8.8", "127.0.0.1"), ("127.0.0.1", "8.8.8.8"), ("8.8.8.8", "::1"),
        ("2606:4700::1", "10.0.0.1"),
        ("8.8.8.8", "9.9.9.9", "1.1.1.1", "1.0.0.1", "8.8.4.4", "169.254.169.254"), ("::ffff:127.0.0.1", "8.8.8.8"),
        ("64:ff9b::7f00:1", "8.8.8.8"), ("64:ff9b::808:808",), ("2002:808:808::1",), ("8.8.8.8", "fe80::1%eth0"),
        ("8.8.8.8", "0.0.0.0"), ("2606:4700::1", "fd00:ec2::254"),
    ],
)  # fmt: skip
def test_one_inner_address_refuses_the_name(addresses: tuple[str, ...]):
    with pytest.raises(FetchRefused, match="inner addresses are never fetched"):
        pin(*addresses)


def test_what_a_translating_resolver_adds_is_left_out():
    assert pin("64:ff9b::808:808", "8.8.8.8") == Pinned(("8.8.8.8",))


def test_families_take_turns_and_few_addresses_are_tried():
    found = pin("2606:4700::1", "2606:4700::2", "2606:4700::1", "8.8.8.8", "8.8.4.4", "1.1.1.1")
    assert found.addresses == ("2606:4700::1", "8.8.8.8", "2606:4700::2", "8.8.4.4")


@pytest.mark.parametrize(
    ("url", "addresses"),
    [
        ("http://wiki.corp:8090/", ("192.168.3.4",)),
        ("http://wiki.corp/", ("127.0.0.1",)),
        ("http://wiki.elsewhere.example:9000/", ("10.1.2.3",)),
        ("http://10.1.9.9/", ()),
    ],
)
def test_an_intranet_that_the_settings_name_is_reached_on_any_port(url: str, addresses: tuple[str, ...]):
    found = pin(*addresses, url=url, allowed=CORP)
    assert found.is_inner
    assert found.addresses == (addresses or ("10.1.9.9",))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://wiki.corp/", "169.254.169.254"),
        ("http://wiki.corp/", "fd00:ec2::254"),
        ("http://wiki.corp/", "0.0.0.0"),
        ("http://wiki.corp/", "::ffff:10.2.0.1"),
        ("http://news.example/", "10.2.0.1"),
        ("http://news.example/", "127.0.0.1"),
    ],
)
def test_an_allowed_intranet_opens_no_more_than_itself(url: str, address: str):
    with pytest.raises(FetchRefused):
        pin(address, url=url, allowed=CORP)


@pytest.mark.parametrize("port", [1, 21, 22, 25, 53, 110, 143, 465, 587, 993, 3306, 5432, 6379, 9200, 11211, 27017])
def test_ports_of_other_services_are_refused(port: int):
    with pytest.raises(FetchRefused, match=f"port {port} is not one that web sites use"):
        pin("8.8.8.8", url=f"http://news.example:{port}/")


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), FetchGone),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), FetchUnreachable),
        (OSError("no network"), FetchUnreachable),
    ],
)
def test_a_name_that_is_not_found_says_why(failure: OSError, kind: type[FetchError]):
    def resolve(_: str) -> list[str]:
        raise failure

    with pytest.raises(kind):
        pinned(target_of("http://news.example/", NOBODY), NOBODY, resolve, seconds=1)


@pytest.mark.parametrize("addresses", [(), ("nonsense",), ("8.8.8.8", ""), ("0x7f000001",), ("8.8.8.8", "127.1")])
def test_a_resolver_that_talks_nonsense_is_not_believed(addresses: tuple[str, ...]):
    with pytest.raises((FetchGone, FetchUnreachable)):
        pin(*addresses)


def test_a_resolver_that_hangs_is_given_up():
    hang = threading.Event()

    def resolve(_: str) -> list[str]:
        hang.wait(5)
        return ["8.8.8.8"]

    start = time.monotonic()
    with pytest.raises(FetchTooSlow):
        pinned(target_of("http://news.example/", NOBODY), NOBODY, resolve, seconds=0.1)
    assert time.monotonic() - start < 2
    hang.set()


def test_the_machine_knows_itself():
    assert set(system_addresses("localhost")) <= {"127.0.0.1", "::1"}
