"""How replies are drawn: escaped, bounded, and with buttons that can be pressed."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.cards import CHANGE, MINUS
from bot.channels.telegram.speak import Spoken, speak
from bot.reply import Reply
from tests.fakes.telegram_chat import Chats, Message
from tests.speech import PlainSpeech
from tools.kit.call import Call
from tools.kit.result import Button, CartCard, MenuCard, MenuRow, OrderCard
from tools.kit.view import (
    CartLine,
    Charge,
    ChosenOption,
    Conflict,
    Dietary,
    Order,
    Refusal,
    RemovedThing,
)

CALLBACKS = Callbacks("111:AAA", UUID(int=1))


def drawn(reply: Reply) -> Spoken:
    return speak(reply, PlainSpeech(), lambda button: CALLBACKS.seal(button.call, "1", "1"))


def shown(reply: Reply) -> Message:
    """The reply as a person sees it, after Telegram has checked it."""
    spoken = drawn(reply)
    params = {"chat_id": "1", "text": spoken.text, "parse_mode": "HTML"}
    if spoken.keyboard is not None:
        params["reply_markup"] = spoken.keyboard.model_dump_json(exclude_none=True)
    return Chats().send(params)


def call_at(message: Message, row: int, column: int) -> Call | None:
    _, data = message.buttons[row][column]
    return CALLBACKS.open(data, "1", "1")


def line(line_no: int = 1, name: str = "Idly", quantity: int = 2) -> CartLine:
    return CartLine(
        line_no=line_no,
        item_id=name.lower(),
        item_name=name,
        quantity=quantity,
        unit_price=Decimal(40),
        line_total=Decimal(40) * quantity,
    )


def cart(*lines: CartLine, editable: bool = True) -> CartCard:
    return CartCard(lines, sum((one.line_total for one in lines), Decimal(0)), editable)


def test_names_cannot_become_markup() -> None:
    evil = '<b>Free</b> & <a href="https://evil.example">win</a>'
    card = MenuCard(evil, (MenuRow(1, evil, Decimal(40)),))
    message = shown(Reply(evil, card=card))
    assert message.text == f"{evil}\n\n{evil}\n1. {evil} — ₹40"


def test_a_menu() -> None:
    rows = (
        MenuRow(1, "Idly", Decimal(40), diet="veg", call=Call("choose_options", {"item": "#1"})),
        MenuRow(2, "Egg Dosa", Decimal("80.5"), diet="egg", served_now=False,
                call=Call("choose_options", {"item": "#2"})),
        MenuRow(3, "Tea", Decimal(20), call=Call("choose_options", {"item": "#3"})),
    )  # fmt: skip
    card = MenuCard("Breakfast", rows, page=2, pages=4)
    message = shown(Reply("Here you are.", [[Button("More", Call("help"))]], card))
    assert message.text.splitlines() == [
        "Here you are.",
        "",
        "Breakfast",
        "1. Idly — ₹40 🟢",
        "2. Egg Dosa — ₹80.50 🟡 (not served now)",
        "3. Tea — ₹20",
        "Page 2 of 4",
    ]
    assert message.rows == [["1. Idly", "2. Egg Dosa"], ["3. Tea"], ["More"]]
    assert call_at(message, 1, 0) == Call("choose_options", {"item": "#3"})


def test_a_cart_can_be_changed_line_by_line() -> None:
    message = shown(
        Reply("Yours.", [[Button("Checkout", Call("checkout"))]], cart(line(), line(7, "Tea", 1)))
    )
    assert message.text == "Yours.\n\n2x Idly — ₹80\n1x Tea — ₹40\nTotal: ₹120"
    assert message.rows == [
        [MINUS, f"{CHANGE} 2x Idly", "+"],
        [MINUS, f"{CHANGE} 1x Tea", "+"],
        ["Checkout"],
    ]
    assert call_at(message, 0, 0) == Call("set_quantity", {"quantity": 1, "line": 1})
    assert call_at(message, 0, 2) == Call("set_quantity", {"quantity": 3, "line": 1})
    assert call_at(message, 1, 0) == Call("remove_from_cart", {"line": 7})
    assert call_at(message, 1, 1) == Call("choose_options", {"line": 7})
    assert call_at(message, 1, 2) == Call("set_quantity", {"quantity": 2, "line": 7})


def test_lines_of_one_dish_are_told_apart() -> None:
    spicy = line(2, quantity=1).model_copy(
        update={"options": (ChosenOption(group_id="g", option_id="o", name="Spicy"),)}
    )
    message = shown(Reply("Yours.", card=cart(line(), spicy, line(3, "Tea", 1))))
    assert message.rows == [
        [f"{CHANGE} 2x Idly"],
        [MINUS, "+"],
        [f"{CHANGE} 1x Idly (Spicy)"],
        [MINUS, "+"],
        [MINUS, f"{CHANGE} 1x Tea", "+"],
    ]
    assert call_at(message, 2, 0) == Call("choose_options", {"line": 2})
    assert call_at(message, 3, 1) == Call("set_quantity", {"quantity": 2, "line": 2})


def test_a_line_at_its_most_has_no_plus() -> None:
    message = shown(Reply("Yours.", card=cart(line(quantity=99))))
    assert message.rows == [[MINUS, f"{CHANGE} 99x Idly"]]


def test_a_cart_that_is_not_editable_has_no_steppers() -> None:
    assert shown(Reply("Pay?", card=cart(line(), editable=False))).rows == []


def test_an_empty_cart_draws_nothing() -> None:
    assert shown(Reply("Your cart is empty.", card=cart())).text == "Your cart is empty."


def test_a_line_names_its_options_removals_and_note() -> None:
    chosen = (
        ChosenOption(group_id="g", option_id="o", name="Ghee", amount="extra"),
        ChosenOption(group_id="s", option_id="t", name="Shot", count=2),
        ChosenOption(group_id="s", option_id="e", name="Extra Espresso", amount="extra"),
    )
    gone = (RemovedThing(group_id="i", option_id="onion", name="Onion"),)
    full = line().model_copy(update={"options": chosen, "without": gone, "note": "<crispy>"})
    text = shown(Reply("Yours.", card=cart(full))).text
    assert '2x Idly (extra Ghee, 2x Shot, Extra Espresso, no Onion, "<crispy>") — ₹80' in text


def test_the_customers_rules_head_the_cart_and_the_order() -> None:
    rules = Dietary(allergens=("peanut", "tree_nut"), diets=("jain",), unchecked=("kiwi",))
    kept = line().model_copy(update={"accepted": ("allergen:peanut",)})
    breakfast = Refusal(reason="not_served", when="07:00-11:30")
    late = line(2, "Tea", 1).model_copy(update={"refusal": breakfast})
    nutty = line(3, "Cake", 1).model_copy(
        update={"conflicts": (Conflict(kind="allergen", what="tree_nut", because="Cake"),)}
    )
    card = CartCard((kept, late, nutty), Decimal(160), dietary=rules)
    assert shown(Reply("Yours.", card=card)).text.splitlines()[2:] == [
        "⚠ ALLERGY: peanut, tree nut, kiwi. DIET: Jain",
        "2x Idly — ₹80 ⚠ peanut accepted",
        "1x Tea — ₹40 ⚠ only served 07:00-11:30",
        "1x Cake — ₹40 ⚠ contains tree nut",
        "Total: ₹160",
    ]


def test_an_order() -> None:
    order = Order(
        order_id=UUID(int=1),
        order_no=12,
        status="placed",
        order_type="take_away",
        payment_method="cash",
        total=Decimal(80),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        lines=(line(),),
    )
    text = shown(Reply("Order #12.", card=OrderCard(order))).text
    assert text == "Order #12.\n\n2x Idly — ₹80\nTotal: ₹80"


def test_the_charges_stand_under_the_lines_and_included_tax_under_the_total() -> None:
    charges = (
        Charge(kind="discount", name="SAVE10", amount=Decimal(-10)),
        Charge(kind="fee", name="Packaging", amount=Decimal(5)),
        Charge(
            kind="tax", name="VAT", amount=Decimal("3.40"), rate=Decimal("5.0"), is_included=True
        ),
    )
    card = CartCard((line(),), Decimal(75), charges=charges, ready="Ready at about 12:40.")
    assert shown(Reply("Yours.", card=card)).text.splitlines()[2:] == [
        "2x Idly — ₹80",
        "Discount SAVE10 — -₹10",
        "Packaging — ₹5",
        "Total: ₹75",
        "of which VAT 5% — ₹3.40",
        "Ready at about 12:40.",
    ]


def test_a_button_that_does_not_fit_is_named_to_be_typed() -> None:
    long = Call("search_menu", {"query": "d" * 80})
    reply = Reply("Hm.", [[Button("Long", long), Button("Menu", Call("search_menu"))], []])
    message = shown(reply)
    assert message.rows == [["Menu"]]
    assert drawn(reply).left_out == ("Long",)
    assert message.text == (
        'Hm.\nThere is no room for more buttons; please type what you want: "Long".'
    )


def test_a_full_keyboard_keeps_the_replys_own_buttons() -> None:
    lines = [line(number, f"Idly {number}") for number in range(1, 60)]
    own = [Button("Checkout", Call("checkout")), Button("Menu", Call("search_menu"))]
    message = shown(Reply("Big.", [own], cart(*lines)))
    assert message.rows[-1] == ["Checkout", "Menu"]
    assert len(message.labels) == 2 + 32 * 3


def test_too_many_buttons_and_too_wide_rows_are_cut() -> None:
    row = [Button(f"B{number}", Call("help")) for number in range(30)]
    message = shown(Reply("Many.", [row] * 5))
    assert max(len(one) for one in message.rows) == 8
    assert 90 < len(message.labels) <= 100
    assert 'please type what you want: "B8", "B9"' in message.text


def test_a_long_label_is_cut() -> None:
    (label,) = shown(Reply("x", [[Button("d" * 200, Call("help"))]])).labels
    assert label == "d" * 47 + "…"


@pytest.mark.parametrize("piece", ["x", "<&>", "தோசை ", "🥞", "long line\n"])
def test_a_text_of_any_length_is_taken(piece: str) -> None:
    message = shown(Reply(piece * 5000))
    assert message.text.endswith("…")
    assert len(message.text) > 1300


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=900), max_size=12))
def test_whatever_dishes_are_called_telegram_takes_it(names: list[str]) -> None:
    rows = tuple(MenuRow(at, name, Decimal(at)) for at, name in enumerate(names, 1))
    assert shown(Reply("Here.", card=MenuCard("Menu", rows))).text.startswith("Here.")


def test_a_photo_is_shown_above_and_no_other_link_is() -> None:
    preview = drawn(Reply("Idly: ₹40.", photo="https://shop.example/idly.jpg")).preview
    assert (preview.url, preview.show_above_text) == ("https://shop.example/idly.jpg", True)
    assert drawn(Reply('Note: "https://evil.example".')).preview.is_disabled is True
