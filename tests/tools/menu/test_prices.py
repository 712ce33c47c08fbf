"""What is said about prices."""

from decimal import Decimal

import pytest

from tools.menu.prices import prices_in


@pytest.mark.parametrize(
    ("text", "rest", "holds", "fails"),
    [
        ("dosa under 80", "dosa", "79.99", "80"),
        ("below ₹150", "", "149", "150"),
        ("dosai below rs.75", "dosai", "74", "75"),
        ("less than 30 rupees", "", "29", "30"),
        ("not more than 80", "", "80", "80.01"),
        ("up to 20", "", "20", "21"),
        ("100 or less", "", "100", "101"),
        ("Rs. 1,250/- max", "", "1250", "1251"),
        ("salads under 4,50 euros", "salads", "4.49", "4.50"),
        ("above 300", "", "301", "300"),
        ("at least 300rs", "", "300", "299"),
        ("something for $5", "something for", "5", "6"),
        ("between 50 and 100", "", "50", "101"),
        ("100 - 50", "", "100", "49"),
        ("over 50 under 100", "", "99", "50"),
    ],
)
def test_a_bound(text: str, rest: str, holds: str, fails: str) -> None:
    prices, left = prices_in(text)
    assert left.split() == rest.split()
    assert all(bound.holds(Decimal(holds)) for bound in prices.bounds)
    assert not all(bound.holds(Decimal(fails)) for bound in prices.bounds)


def test_the_sums_that_were_said_are_kept() -> None:
    prices, _ = prices_in("between 50 and 100 rupees")
    assert (prices.at_least, prices.at_most) == (Decimal(50), Decimal(100))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("cheapest dosa", "cheapest"),
        ("lowest priced dosa", "cheapest"),
        ("most expensive dosa", "dearest"),
    ],
)
def test_an_order(text: str, order: str) -> None:
    prices, rest = prices_in(text)
    assert (prices.order, rest.split()) == (order, ["dosa"])


@pytest.mark.parametrize("text", ["chicken 65", "gobi 65 and 2 parotta", "under 7up", "7up", "2"])
def test_other_numbers_are_no_prices(text: str) -> None:
    prices, rest = prices_in(text)
    assert prices.bounds == ()
    assert rest == text
