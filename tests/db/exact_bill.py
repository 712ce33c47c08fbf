"""A second opinion on money: the bill of a cart in exact fractions, without any SQL of ours."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from tests.support.charges import Coupon, Fee, Rules

Tax = tuple[str, Decimal, Decimal, Decimal]
"""Name, rate, base, amount."""


@dataclass(frozen=True)
class Dishes:
    """A line of the cart."""

    item_id: str
    each: Decimal
    count: int
    tax_class: str | None = None

    @property
    def cents(self) -> int:
        """What it costs, in minor units."""
        return int(self.each * 100) * self.count


@dataclass(frozen=True)
class Bill:
    """What a cart comes to, part by part."""

    subtotal: Decimal
    discount: Decimal
    fees: list[tuple[str, Decimal]]
    taxes: list[Tax]
    rounding: Decimal
    total: Decimal

    @property
    def charges(self) -> list[tuple[str, str, Decimal]]:
        """Everything beyond the dishes: kind, name, signed amount."""
        return [
            *[("discount", "SAVE", -self.discount) for _ in [1] if self.discount],
            *[("fee", name, amount) for name, amount in self.fees],
            *[("tax", name, amount) for name, _, _, amount in self.taxes],
            *[("rounding", "Rounding", self.rounding) for _ in [1] if self.rounding],
        ]


def bill_of(
    rules: Rules, lines: Sequence[Dishes], order_type: str, coupon: Coupon | None = None
) -> Bill:
    """The bill of these lines, computed in integers and fractions of hundredths.

    What is rounded is rounded to the minor unit of the currency.
    """
    unit = 10 ** (2 - rules.digits)
    weights = [line.cents for line in lines]
    subtotal = sum(weights)
    discount = min(_taken(coupon, lines, subtotal, unit), subtotal) if coupon else 0
    goods = subtotal - discount
    pieces = sum(line.count for line in lines)
    fees = [
        (fee, cents)
        for fee in rules.fees
        if (cents := _fee(fee, order_type, subtotal, goods, pieces, unit))
    ]
    taxable: dict[str, int] = defaultdict(int)
    for line, share in zip(lines, _shares(discount, weights, unit), strict=True):
        if tax_class := line.tax_class or rules.default_class:
            taxable[tax_class] += line.cents - share
    for fee, cents in fees:
        if tax_class := fee.tax_class or rules.default_class:
            taxable[tax_class] += cents
    taxes = [tax for name in sorted(taxable) for tax in _taxes(rules, name, taxable[name])]
    on_top = 0 if rules.included else sum(int(amount * 100) for _, _, _, amount in taxes)
    exact = goods + sum(cents for _, cents in fees) + on_top
    step = int(Decimal(rules.rounding) * 100)
    total = _half_up(Fraction(exact, step)) * step if step else exact
    return Bill(
        *(_money(subtotal), _money(discount)),
        [(fee.name, _money(cents)) for fee, cents in fees],
        taxes,
        *(_money(total - exact), _money(total)),
    )


def _taken(coupon: Coupon, lines: Sequence[Dishes], subtotal: int, unit: int) -> int:
    if coupon.kind == "amount":
        return int(Decimal(coupon.gives) * 100)
    if coupon.kind == "free_item":
        return min(
            (int(line.each * 100) for line in lines if line.item_id == coupon.gives), default=0
        )
    part = _half_up(Fraction(subtotal) * Fraction(coupon.gives) / 100, unit)
    return min(part, int(Decimal(coupon.most) * 100)) if coupon.most else part


def _fee(fee: Fee, order_type: str, subtotal: int, goods: int, pieces: int, unit: int) -> int:
    if fee.order_types and order_type not in fee.order_types:
        return 0
    if fee.free_from is not None and subtotal >= int(Decimal(fee.free_from) * 100):
        return 0
    if fee.kind == "percent":
        return _half_up(Fraction(goods) * Fraction(fee.amount) / 100, unit)
    return int(Decimal(fee.amount) * 100) * (pieces if fee.kind == "per_piece" else 1)


def _shares(amount: int, weights: Sequence[int], unit: int) -> list[int]:
    """The amount in whole units by largest remainder, the first of equals first."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [Fraction(amount * weight, whole * unit) for weight in weights]
    shares = [floor(one) for one in exact]
    places = sorted(range(len(exact)), key=lambda at: (shares[at] - exact[at], at))
    for at in places[: amount // unit - sum(shares)]:
        shares[at] += 1
    return [share * unit for share in shares]


def _taxes(rules: Rules, tax_class: str, gross: int) -> list[Tax]:
    parts = rules.classes.get(tax_class, {})
    whole = 100 + sum(Fraction(rate) for rate in parts.values()) if rules.included else 100
    unit = 10 ** (2 - rules.digits)
    amounts = {
        name: _half_up(Fraction(gross) * Fraction(rate) / whole, unit)
        for name, rate in parts.items()
    }
    base = gross - sum(amounts.values()) if rules.included else gross
    return [
        (name, Decimal(parts[name]), _money(base), _money(cents))
        for name, cents in amounts.items()
        if cents
    ]


def _half_up(exact: Fraction, unit: int = 1) -> int:
    return floor(exact / unit + Fraction(1, 2)) * unit


def _money(cents: int) -> Decimal:
    return Decimal(cents) / 100
