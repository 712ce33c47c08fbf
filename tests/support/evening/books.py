"""The books of a service: what its facts come to, by the shop's two files and by nothing else.

Sums are exact, taxes rounded half up. facts.py fills them.
"""

import json
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from tests.support.evening.sale import Lines, Rows, Sale, minutes_of, total

HUNDREDTH = Decimal("0.01")


class Books:
    """What the shop has sold, taken and left, at any moment of the story."""

    def __init__(self, folder: Path) -> None:
        menu = json.loads((folder / "service_menu.json").read_text(encoding="utf-8"))
        self.rules = json.loads((folder / "service_shop.json").read_text(encoding="utf-8"))
        self.dishes = {one["name"]: one for one in menu["items"]}
        self.prices = {name: Decimal(one["price"]) / 100 for name, one in self.dishes.items()}
        self.more: Lines = dict.fromkeys(self.dishes, 0)
        self.sales: dict[int, Sale] = {}
        self.taken: list[tuple[str, str, Decimal]] = []
        """For what ("order #1", "table 4"), how, how much."""
        self.settled: dict[str, int] = {}
        """How much of `taken` was there when a table was closed last."""
        self.back: dict[int, Decimal] = {}

    # What a sale comes to.

    def rows(self, lines: Lines, kind: str, **more: str | None) -> Rows:
        """Dishes, discount, fees and taxes. `more`: zone and coupon."""
        return self._charged(lines, self.prices, kind, more.get("zone"), more.get("coupon"))

    def rows_of(self, sale: Sale) -> Rows:
        """Those of an order, at the prices of its time."""
        return self._charged(sale.lines, sale.prices, sale.kind, sale.zone, sale.coupon)

    def total(self, number: int) -> Decimal:
        """What an order comes to."""
        return total(self.rows_of(self.sales[number]))

    def paid(self, number: int) -> Decimal:
        """What has been paid for an order by itself."""
        return self._paid_for(f"order #{number}")

    def _charged(
        self,
        lines: Lines,
        prices: dict[str, Decimal],
        kind: str,
        zone: str | None,
        code: str | None,
    ) -> Rows:
        goods = [(name, count * prices[name]) for name, count in lines.items()]
        rows = [(f"{lines[name]}x {name}", amount) for name, amount in goods]
        off = self.discount(sum((amount for _, amount in goods), Decimal()), code)
        if off:
            rows.append((f"Discount {code}", -off))
        fees = [
            (fee["name"], Decimal(fee["flat"]) / 100)
            for fee in self.rules["fees"]
            if kind.replace("-", "_") in fee["order_types"]
        ]
        if zone:
            fees.append(("Delivery", self.zone_fee(zone)))
        usual = self.rules["money"]["tax_class"]
        taxed: dict[str, Decimal] = {usual: sum((amount for _, amount in fees), Decimal()) - off}
        for name, amount in goods:
            of = self.dishes[name].get("tax_class", usual)
            taxed[of] = taxed.get(of, Decimal()) + amount
        assert not off or len(taxed) == 1, "a discount over several classes is not in this story"
        return [*rows, *fees, *self._taxes(taxed)]

    def _taxes(self, taxed: dict[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
        parts = {one["class"]: one["parts"] for one in self.rules["money"]["taxes"]}
        for of in sorted(taxed):
            for part in parts[of]:
                rate = Decimal(str(part["rate"]))
                tax = (taxed[of] * rate / 100).quantize(HUNDREDTH, ROUND_HALF_UP)
                if tax:
                    yield f"{part['name']} {rate}%", tax

    def discount(self, goods: Decimal, code: str | None) -> Decimal:
        """What a promo code takes off."""
        if code is None:
            return Decimal()
        (coupon,) = (one for one in self.rules["coupons"] if one["code"] == code)
        percent: int = coupon["percent"]
        off = (goods * percent / 100).quantize(HUNDREDTH, ROUND_HALF_UP)
        most: int = coupon["most"]
        return min(off, Decimal(most) / 100)

    def zone_fee(self, name: str) -> Decimal:
        """What delivery there costs."""
        (zone,) = (one for one in self.rules["zones"] if one["name"] == name)
        fee: int = zone["fee"]
        return Decimal(fee) / 100

    @property
    def zones(self) -> list[str]:
        """Where it delivers."""
        return [one["name"] for one in self.rules["zones"]]

    @property
    def minimums(self) -> list[Decimal]:
        """What orders start at, by kind and by zone."""
        rules = [*self.rules["order_types"], *self.rules["zones"]]
        return [Decimal(one["minimum_order"]) / 100 for one in rules if "minimum_order" in one]

    def promise(self, at: str, zone: str | None, minutes: int | None = None) -> str:
        """When an order is there that is made within so many minutes, or as many as usual."""
        rules: int = self.rules["prep_minutes"] if minutes is None else minutes
        way = sum(one["minutes"] for one in self.rules["zones"] if one["name"] == zone)
        hours, then = divmod(minutes_of(at) + rules + way, 60)
        return f"{hours:02}:{then:02}"

    # Tables.

    def on_table(self, table: str) -> list[Sale]:
        """The rounds of its open bill."""
        return [
            one
            for one in self.sales.values()
            if one.table == table and one.counts and not one.alone and one.status != "completed"
        ]

    def table_rows(self, table: str) -> Rows:
        """Its bill: equal dishes of equal price, and equal taxes, in one line."""
        dishes: dict[tuple[str, Decimal], int] = {}
        taxes: dict[str, Decimal] = {}
        for sale in self.on_table(table):
            for name, count in sale.lines.items():
                key = (name, sale.prices[name])
                dishes[key] = dishes.get(key, 0) + count
            for name, amount in self.rows_of(sale)[len(sale.lines) :]:
                taxes[name] = taxes.get(name, Decimal()) + amount
        goods = [(f"{count}x {name}", count * price) for (name, price), count in dishes.items()]
        return [*goods, *taxes.items()]

    def table_total(self, table: str) -> Decimal:
        """What it comes to."""
        return total(self.table_rows(table))

    def table_paid(self, table: str) -> Decimal:
        """What has been paid of it."""
        return self._paid_for(f"table {table}")

    def table_left(self, table: str) -> Decimal:
        """What is left to pay."""
        return self.table_total(table) - self.table_paid(table)

    def of_guest(self, table: str, guest: str) -> Decimal:
        """What one guest's rounds come to; "Table": what the waiter has taken down."""
        who = None if guest == "Table" else guest
        rounds = [one for one in self.on_table(table) if one.guest == who]
        return sum((total(self.rows_of(one)) for one in rounds), Decimal())

    def _paid_for(self, whom: str) -> Decimal:
        since = self.settled.get(whom, 0)
        return sum((amount for of, _, amount in self.taken[since:] if of == whom), Decimal())

    # The day.

    @property
    def counted(self) -> list[Sale]:
        """The orders of the day that were neither cancelled nor declined."""
        return [one for one in self.sales.values() if one.counts]

    @property
    def revenue(self) -> Decimal:
        """What they come to."""
        return sum((self.total(one.number) for one in self.counted), Decimal())

    def sold(self) -> dict[str, tuple[int, Decimal]]:
        """Pieces and money by dish, most first."""
        found: dict[str, tuple[int, Decimal]] = {}
        for sale in self.counted:
            for name, count in sale.lines.items():
                pieces, money = found.get(name, (0, Decimal()))
                found[name] = (pieces + count, money + count * sale.prices[name])
        return dict(sorted(found.items(), key=lambda one: (-one[1][0], -one[1][1], one[0])))

    def till(self) -> dict[str, Decimal]:
        """What was taken, by way; what has gone back is not in it."""
        sums: dict[str, Decimal] = {}
        for _, way, amount in self.taken:
            sums[way] = sums.get(way, Decimal()) + amount
        for number, amount in self.back.items():
            (way,) = (how for whom, how, _ in self.taken if whom == f"order #{number}")
            sums[way] -= amount
        return sums

    def stock(self, dish: str) -> int | None:
        """Pieces left of a dish that is counted."""
        began = self.dishes[dish].get("stock")
        gone = sum(one.lines.get(dish, 0) for one in self.counted)
        return None if began is None else int(began) + self.more[dish] - gone
