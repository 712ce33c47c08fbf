"""Button data: it fits, it comes back the same, and nobody else's or nobody's is believed."""

from contextlib import suppress
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tools.customer as tools_customer
import tools.staff as tools_staff
from bot.channels.telegram.callback import LIMIT, Callbacks, CallTooLong
from bot.channels.telegram.fields import NotForButtons
from bot.channels.telegram.payload import SHAPES, read, write
from bot.channels.telegram.picks import unpack
from bot.channels.telegram.staff_payload import STAFF_SHAPES
from tools.kit.call import Call, Json
from tools.kit.registry import discover
from tools.resolve.picks import MOST_PICKS

TENANT = UUID("11111111-1111-4111-8111-111111111111")
OTHER = UUID("22222222-2222-4222-8222-222222222222")
CHECKOUT = "0123456789abcdef0123456789abcdef"
OURS = Callbacks("111:AAA", TENANT)

CALLS = [
    Call("view_cart"),
    Call("clear_cart"),
    Call("help"),
    Call("checkout"),
    Call("checkout", {"order_type": "take_away"}),
    Call("choose_order_type", {"order_type": "dine_in"}),
    Call("choose_payment", {"method": "cash", "checkout": CHECKOUT}),
    Call("choose_payment", {"method": "cash"}),
    Call("order_status", {"order_no": 1_000_000}),
    Call("small_talk", {"kind": "greeting"}),
    Call("search_menu", {"query": ""}),
    Call("search_menu", {"category": "#c:idly_vada", "page": 2}),
    Call("search_menu", {"query": "dosa; 50% off, ~.'", "page": 3}),
    Call("set_quantity", {"quantity": 99, "line": 32767}),
    Call("remove_from_cart", {"line": 1}),
    Call("remove_from_cart", {"items": ["#12", "idly"], "quantity": 2}),
    Call("update_item", {"line": 3, "options": ["#7"], "without": ["onion"], "note": "crispy"}),
    Call("choose_options", {"item": "#365", "options": [f"#{no}" for no in range(1, 13)]}),
    Call("choose_options", {"line": 50, "options": ["#7", "no #20", "usual #21"], "at": "#20"}),
    Call("choose_table", {"table": "TERRACE-12"}),
    Call("choose_order_type"),
    Call("give_address"),
    Call("confirm_address"),
    Call("keep_dietary_rules"),
    Call("accept_conflict", {"line": 50}),
    Call("reorder", {"order_no": 1_000_000}),
    Call("set_dietary_rules", {"rules": "forget"}),
    Call("choose_pickup_time", {"when": "2026-01-18T19:30+05:30"}),
    Call(
        "choose_pickup_time",
        {
            "when": "07:00-11:30 and 19:00-22:30",
            "lines": [{"item": "#365", "quantity": 2}, {"item": "#12", "quantity": 1}],
        },
    ),
    Call(
        "add_to_cart",
        {
            "lines": [
                {
                    "item": "#365",
                    "quantity": 2,
                    "options": ["#5", "extra #6"],
                    "accept": ["allergen:peanut", "diet:jain"],
                }
            ]
        },
    ),
    Call("update_item", {"line": 3, "options": ["#7"], "accept": ["allergen:tree_nut"]}),
    Call("add_to_cart", {"lines": [{"item": "#12", "quantity": 2, "options": ["#5", "#6"]}]}),
    Call("add_to_cart", {"lines": [{"item": "#1"}, {"item": "தோசை", "quantity": 3}]}),
    Call("add_to_cart", {"lines": [{}]}),
    Call("add_to_cart", {"lines": [{"item": "#01"}, {"item": "#"}, {"item": "#c:"}]}),
    Call("add_staff", {"who": "98765432109876", "role": "inventory", "sure": True}),
    Call("bind_room", {"kind": "kitchen", "stations": ["#0", "#11", "#140"], "sure": True}),
    Call("remove_staff", {"who": "98765432109876", "sure": True}),
    Call("unbind_room", {"sure": True}),
    Call("mark_ready", {"order": CHECKOUT, "minutes": 20}),
    Call("reject_order", {"order": CHECKOUT, "reason": "kitchen closed"}),
    Call("update_stock", {"item": "#12", "pieces": 1_000_000, "how": "set"}),
    Call("reject_order", {"order": CHECKOUT, "reason": "We are about to close"}),
    Call("reject_order", {"order": CHECKOUT, "in_words": True}),
    Call("cancel_for_customer", {"order": CHECKOUT, "reason": "The customer asked for it"}),
    Call("cancel_for_customer", {"order_no": 2**62, "in_words": True}),
    Call("check_orders", {"order": CHECKOUT}),
    Call("accept_order", {"order": CHECKOUT, "minutes": 600}),
    Call(
        "confirm_payment",
        {"order": CHECKOUT, "method": "cash", "amount": "999999999.99", "sure": True},
    ),
    Call(
        "refund_payment",
        {"order": CHECKOUT, "amount": "999999999.99", "most": "999999999.99", "sure": True},
    ),
    Call(
        "pay_bill",
        {"table": "TERRACE-12", "bill": 9999, "method": "cash", "amount": "0.05", "sure": True},
    ),
    Call("add_to_table", {"table": "4", "lines": [{"item": "#12"}], "guest": "Asha Rao"}),
    Call("never_mind"),
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.tool)
def test_a_call_comes_back_from_at_most_64_bytes(call: Call) -> None:
    data = OURS.seal(call, "501", "501")
    assert len(data.encode()) <= LIMIT
    assert OURS.open(data, "501", "501") == call


def test_nothing_and_none_are_the_same_and_take_no_room() -> None:
    bare = Call("set_quantity", {"quantity": 2, "line": None, "item": None})
    assert write(bare) == write(Call("set_quantity", {"quantity": 2}))
    assert write(Call("view_cart")) == "v"


def test_every_tool_has_one_letter() -> None:
    assert len({shape.tool for shape in SHAPES.values()}) == len(SHAPES)


def test_every_argument_of_a_customers_tool_has_its_place() -> None:
    shapes = {
        shape.tool: set(shape.fields)
        for letter, shape in SHAPES.items()
        if letter not in STAFF_SHAPES
    }
    tools = discover(customer=tools_customer).for_role("customer")
    wanted = {tool.name: set(tool.params.model_fields) for tool in tools}
    for never_pressed in ("not_understood", "did_you_mean", "join_staff"):
        del wanted[never_pressed]
    assert shapes == wanted


def test_every_argument_of_a_tool_of_staff_has_its_place() -> None:
    shapes = {shape.tool: set(shape.fields) for shape in SHAPES.values()}
    assert len({shape.tool for shape in STAFF_SHAPES.values()}) == len(STAFF_SHAPES)
    wanted = {
        tool.name: set(tool.params.model_fields)
        for tool in discover(staff=tools_staff).for_role("staff")
        if tool.name not in ("help", "not_understood")
    }
    for name, arguments in wanted.items():
        assert arguments <= shapes[name], name


OLD = {
    "pb.'4.1.'cash.'80%2E00.1": Call(
        "pay_bill",
        {"table": "4", "bill": 1, "method": "cash", "amount": "80.00", "sure": True},
    ),
    "o.a5.'extra #5,6": Call("choose_options", {"item": "#365", "options": ["extra #5", "#6"]}),
    "a.c~2~5,6~'onion": Call(
        "add_to_cart",
        {"lines": [{"item": "#12", "quantity": 2, "options": ["#5", "#6"], "without": ["onion"]}]},
    ),
    "u.3.7.'onion.'crispy": Call(
        "update_item", {"line": 3, "options": ["#7"], "without": ["onion"], "note": "crispy"}
    ),
    "q.2.1": Call("set_quantity", {"quantity": 2, "line": 1}),
}


@pytest.mark.parametrize("text", OLD)
def test_buttons_of_old_messages_keep_their_meaning(text: str) -> None:
    assert read(text) == OLD[text]


HOWS = ("", "", "", "no ", "extra ", "light ", "usual ", "2 ", "9 ")


@given(
    st.integers(1, 46_655),
    st.integers(0, 4_000),
    st.lists(st.integers(0, 150), unique=True, min_size=1, max_size=MOST_PICKS),
    st.data(),
)
def test_a_dish_with_as_many_picks_as_are_allowed_fits(
    item: int, first: int, places: list[int], data: st.DataObject
) -> None:
    """Every page of it, on a menu of thousands of options: no button is ever left out."""
    options: list[Json] = [
        f"{data.draw(st.sampled_from(HOWS))}#{first + place}" for place in sorted(places)
    ]
    at = f"#{first + max(places)}"
    page = Call("choose_options", {"item": f"#{item}", "options": options, "at": at})
    line = Call("choose_options", {"line": 32767, "options": options, "at": at})
    add = Call("add_to_cart", {"lines": [{"item": f"#{item}", "quantity": 1, "options": options}]})
    save = Call("update_item", {"line": 32767, "options": options})
    for call in (page, line, add, save):
        assert OURS.open(OURS.seal(call, "1", "1"), "1", "1") == call


@given(st.lists(st.sampled_from(["#3", "no #4", "extra #4", "#x", "onion", "2 #9", "10 #9"])))
def test_choices_in_any_order_come_back_the_same(options: list[Json]) -> None:
    call = Call("update_item", {"line": 1, "options": options} if options else {"line": 1})
    assert read(write(call)) == call


@given(st.text("ABCxyz019-_", max_size=30))
def test_what_was_not_packed_here_is_refused_or_read(text: str) -> None:
    with suppress(ValueError):
        assert all(isinstance(one, str) for one in unpack(text))


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.integers(
    0, 999_999_999
).map("#{}".format)
quantities = st.integers(0, 99)
lines = st.fixed_dictionaries(
    {},
    optional={
        "item": words,
        "quantity": quantities,
        "options": st.lists(words, min_size=1, max_size=4),
        "without": st.lists(words, min_size=1, max_size=4),
        "note": words,
        "accept": st.lists(
            st.sampled_from(["allergen:peanut", "diet:jain", "odd"]), min_size=1, max_size=3
        ),
    },
)


@given(st.lists(lines, min_size=1, max_size=4))
def test_any_order_lines_come_back_the_same(lines: list[dict[str, Json]]) -> None:
    call = Call("add_to_cart", {"lines": list(lines)})
    assert read(write(call)) == call


@given(words, words, st.integers(0, 10**6))
def test_any_search_comes_back_the_same(query: str, category: str, page: int) -> None:
    call = Call("search_menu", {"query": query, "category": category, "page": page})
    assert read(write(call)) == call


@pytest.mark.parametrize(
    "call",
    [
        Call("not_understood"),
        Call("refund", {"order_no": 1}),
        Call("set_quantity", {"quantity": -1}),
        Call("set_quantity", {"quantity": True}),
        Call("set_quantity", {"quantity": "2"}),
        Call("set_quantity", {"quantity": 2, "price": 1}),
        Call("choose_payment", {"method": "cash", "checkout": "not-a-uuid"}),
        Call("choose_options", {"item": "#1", "options": "#2"}),
        Call("add_to_cart", {"lines": [{"item": 5}]}),
        Call("add_to_cart", {"lines": ["#1"]}),
    ],
    ids=str,
)
def test_what_a_button_cannot_say_is_refused(call: Call) -> None:
    with pytest.raises(NotForButtons):
        OURS.seal(call, "1", "1")


def test_a_call_too_long_for_64_bytes_is_refused() -> None:
    with pytest.raises(CallTooLong):
        OURS.seal(Call("search_menu", {"query": "d" * 60}), "1", "1")
    with pytest.raises(CallTooLong):
        OURS.seal(Call("search_menu", {"query": "தோசை" * 5}), "1", "1")


class TestSealedForOnePlace:
    data = OURS.seal(Call("clear_cart"), "501", "502")

    def test_it_opens_where_it_was_made(self) -> None:
        assert OURS.open(self.data, "501", "502") == Call("clear_cart")

    @pytest.mark.parametrize(
        ("callbacks", "chat", "user"),
        [
            (OURS, "501", "999"),
            (OURS, "999", "502"),
            (OURS, "502", "501"),
            (Callbacks("111:AAA", OTHER), "501", "502"),
            (Callbacks("222:BBB", TENANT), "501", "502"),
        ],
        ids=["user", "chat", "swapped", "tenant", "bot"],
    )
    def test_it_opens_nowhere_else(self, callbacks: Callbacks, chat: str, user: str) -> None:
        assert callbacks.open(self.data, chat, user) is None

    def test_no_byte_of_it_can_be_changed(self) -> None:
        for at in range(len(self.data)):
            for other in "Aav0-":
                changed = self.data[:at] + other + self.data[at + 1 :]
                assert changed == self.data or OURS.open(changed, "501", "502") is None

    def test_its_seal_fits_no_other_call(self) -> None:
        assert OURS.open(self.data[:11] + write(Call("view_cart")), "501", "502") is None

    def test_a_sealed_text_of_an_unknown_letter_is_nothing(self) -> None:
        seal = OURS._mac("zz.1", "501", "502")
        assert OURS.open(f"{seal}zz.1", "501", "502") is None


@given(st.text(max_size=80))
def test_random_data_is_never_a_call(data: str) -> None:
    assert OURS.open(data, "501", "502") is None
