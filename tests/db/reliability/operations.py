"""Random things a customer does, right ones and wrong ones, for property tests."""

from dataclasses import dataclass
from datetime import timedelta

import psycopg
from hypothesis import strategies as st

from tests.support.shop import right_now
from tests.support.turns import Caller, chosen, items, last, line, position, shown


@dataclass(frozen=True)
class Operation:
    """A method of Caller with its arguments."""

    name: str
    arguments: tuple[object, ...]

    def by(self, customer: Caller) -> None:
        """Do it; a refusal of ours is as good an outcome as any."""
        try:
            getattr(customer, self.name)(*self.arguments)
        except psycopg.Error as error:
            if not str(error.sqlstate).startswith("OC"):
                raise


OPTIONS = {
    "idly": [(), (chosen("extras", "ghee"),), (chosen("extras", "podi"), chosen("extras", "ghee"))],
    "masala_dosa": [
        (),
        (chosen("spice", "mild"),),
        (chosen("ingredients", "onion", amount="light"),),
    ],
    "filter_coffee": [(), (chosen("milk", "soy_milk"), chosen("sweetness", "no_sugar"))],
    "plain_dosa": [(), (chosen("extras", "ghee"),)],
}
WITHOUT = {"masala_dosa": [(), ({"group_id": "ingredients", "option_id": "onion"},)]}
CHANGES = [
    {"options": [chosen("extras", "ghee")]},
    {"options": [chosen("spice", "spicy")], "note": "well done"},
    {"without": [{"group_id": "extras", "option_id": "ghee"}]},
    {"without_options": [{"group_id": "extras", "option_id": "ghee"}]},
    {"note": "crisp, please"},
    {"options": [chosen("milk", "no such milk")]},
]

# What some of the dishes have, or are not.
TAGS = ("allergen:dairy", "allergen:sesame", "diet:jain")
ALLERGENS = st.sampled_from([(), ("dairy",), ("sesame", "soy")])
UNMET = [{"words": "pizza", "quantity": 2}]
SOLD_OUT = {"item_id": "idly", "reason": "sold_out", "quantity": 3}
SOON = right_now() + timedelta(hours=1)

dishes = st.sampled_from(sorted(OPTIONS))
quantities = st.integers(1, 6)


@st.composite
def lines(draw: st.DrawFn) -> object:
    """A line to add: mostly a good one."""
    dish = draw(dishes)
    return line(
        dish if draw(st.integers(0, 19)) else "no_such_dish",
        draw(quantities),
        options=draw(st.sampled_from(OPTIONS[dish])),
        without=draw(st.sampled_from(WITHOUT.get(dish, [()]))),
        note=draw(st.sampled_from([None, None, "less oil"])),
        accept=draw(st.sampled_from([(), (), TAGS])),
    )


references = st.one_of(
    st.just(last()), st.builds(position, st.integers(1, 4)), st.builds(items, dishes)
)


def operations() -> st.SearchStrategy[Operation]:
    """Anything that can be done in a turn."""
    return st.one_of(
        _turn("add_to_cart", st.lists(lines(), min_size=1, max_size=2)),
        _turn("add_to_cart", st.builds(lambda n: [line(last(), n)], quantities)),
        _turn("add_to_cart", st.builds(lambda n: [line(shown(n))], st.integers(1, 3))),
        _turn("add_to_cart", st.just([]), st.just(UNMET)),
        _turn("search_menu", *[dishes] * 2),
        _turn("search_menu"),
        _turn("set_dietary_rules", ALLERGENS, st.sampled_from([(), (), ("jain",)])),
        _turn("keep_dietary_rules"),
        _turn("accept_conflict", st.integers(1, 4)),
        _turn("reorder"),
        _turn("record_turn", st.sampled_from([None, SOLD_OUT])),
        _turn("choose_pickup_time", st.sampled_from([None, SOON])),
        _turn("set_quantity", references, st.integers(0, 101)),
        _turn(
            "remove_from_cart",
            st.lists(references, min_size=1, max_size=2),
            st.one_of(st.none(), st.integers(0, 4)),
        ),
        _turn("update_item", references, st.sampled_from(CHANGES)),
        _turn("clear_cart"),
        _turn("apply_coupon", st.sampled_from(["SAVE10", "save 10", "GUESS"])),
        _turn("remove_coupon"),
        _turn("view_cart"),
        _turn("checkout", st.sampled_from([None, "dine_in", "take_away", "by_rocket"])),
        _turn("choose_order_type", st.sampled_from(["dine_in", "take_away"])),
        _turn("choose_payment", st.sampled_from(["cash", "cash", "shells"])),
    )


def _turn(name: str, *arguments: st.SearchStrategy[object]) -> st.SearchStrategy[Operation]:
    return st.builds(Operation, st.just(name), st.tuples(*arguments))
