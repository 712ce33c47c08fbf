"""What is on the disk when it is answered: orders always, cart turns when the shop is strict."""

import pytest

from tests.support.crashable import Crashable
from tests.support.turns import Caller, line


def cart_after_a_crash(server: Crashable, who: str = "asha") -> list[str]:
    server.kill_everything()
    server.revive()
    with Caller(server.dsn, who) as caller:
        return [one.item_id for one in caller.view_cart().lines]


def test_an_answered_order_is_on_the_disk_and_all_before_it(slow_to_flush: Crashable) -> None:
    with Caller(slow_to_flush.dsn) as asha:
        asha.add_to_cart([line("idly", 2)])
        asha.add_to_cart([line("masala_dosa")])
        asha.checkout()
        order = asha.choose_payment().order
    assert order
    assert cart_after_a_crash(slow_to_flush) == []
    with Caller(slow_to_flush.dsn) as asha:
        assert asha.order_status().orders == (order,)


def test_an_answered_checkout_is_on_the_disk(slow_to_flush: Crashable) -> None:
    with Caller(slow_to_flush.dsn) as asha:
        asha.add_to_cart([line("idly", 2)])
        checkout = asha.checkout().checkout
    assert cart_after_a_crash(slow_to_flush) == ["idly"]
    with Caller(slow_to_flush.dsn) as asha:
        assert asha.view_cart().checkout == checkout


@pytest.mark.parametrize(("strict", "kept"), [(True, ["idly", "masala_dosa"]), (False, ["idly"])])
def test_only_a_strict_cart_turn_waits_for_the_disk(
    slow_to_flush: Crashable, strict: bool, kept: list[str]
) -> None:
    with Caller(slow_to_flush.dsn) as asha:
        asha.facts["strict"] = strict
        asha.add_to_cart([line("idly")])
        slow_to_flush.flush()
        asha.add_to_cart([line("masala_dosa")])
        # The server may write records of its own, so "flushed" can be asked of one side only.
        assert strict or not slow_to_flush.is_flushed()
    assert cart_after_a_crash(slow_to_flush) == kept
