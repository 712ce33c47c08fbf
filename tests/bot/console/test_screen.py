"""What a customer sees at 80 columns, without colour, and how they leave."""

import io
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.channels.console.chat import chat
from bot.channels.console.conversation import Conversation
from bot.channels.console.screen import Screen
from bot.inbound import Inbound
from bot.pg import DatabaseDown
from bot.reply import Reply
from tests.bot.console.replies import CART, IDLY, MENU, PAY, PLACED, Shop, buttons, english
from tools.kit.call import Call
from tools.kit.result import CartCard
from tools.kit.view import Charge


def drawn(*replies: Reply, width: int = 80) -> str:
    paper = io.StringIO()
    screen = Screen(Console(file=paper, width=width), lambda language: english())
    for reply in replies:
        screen.show(reply)
    return paper.getvalue()


def words(text: str) -> list[str]:
    """The lines that hold words, their blanks made one."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip(" ─")]


def test_the_menu_is_a_table_with_numbers_for_everything() -> None:
    assert words(drawn(MENU)) == [
        "Here's our breakfast menu! What would you like?",
        "Breakfast",
        "9 Idly veg ₹40",
        "Soft steamed cakes.",
        "10 Egg Dosa (not served now) egg ₹95",
        "page 2 of 4",
        "[11] Dosa [12] More",
    ]


def test_the_cart_is_a_table_with_a_total() -> None:
    assert words(drawn(CART))[1:] == [
        "Your cart",
        "2x Idly ₹40 ₹80",
        "1x Masala Dosa ₹90.50",
        '2x extra Ghee, no onion, "crisp please"',
        "Total ₹170.50",
        "[1] View cart [2] Checkout",
    ]


def test_charges_stand_above_the_total_and_included_tax_below() -> None:
    card = CartCard(
        (IDLY,),
        Decimal(95),
        charges=(
            Charge(kind="fee", name="Packaging", amount=Decimal(15)),
            Charge(
                kind="tax", name="VAT", amount=Decimal("4.52"), rate=Decimal(5), is_included=True
            ),
        ),
        ready="Ready at about 12:40.",
    )
    assert words(drawn(Reply("Yours.", card=card)))[2:] == [
        "2x Idly ₹40 ₹80",
        "Packaging ₹15",
        "Total ₹95",
        "of which VAT 5%: ₹4.52",
        "Ready at about 12:40.",
    ]


def test_a_bill_that_is_told_is_not_drawn_once_more() -> None:
    card = CartCard((IDLY,), Decimal(80), editable=False, told=True)
    assert words(drawn(Reply("2x Idly — ₹80", card=card))) == ["2x Idly — ₹80"]


def test_a_placed_order_says_how_it_is_taken_and_paid() -> None:
    seen = words(drawn(PLACED))
    assert seen[1] == "Order #12"
    assert seen[-2:] == ["Total ₹170.50", "take-away, cash"]


def test_many_buttons_flow_and_none_is_broken() -> None:
    labels = [f"Category number {number}" for number in range(1, 27)]
    seen = drawn(Reply("Choose.", buttons=buttons(*labels)))
    assert all(f"[{number}] {label}" in seen for number, label in enumerate(labels, start=1))
    assert max(map(cell_len, seen.splitlines())) <= 80


@pytest.mark.parametrize("width", [80, 40])
def test_nothing_is_wider_than_the_terminal_or_coloured_on_paper(width: int) -> None:
    seen = drawn(MENU, CART, PLACED, width=width)
    assert max(map(cell_len, seen.splitlines())) <= width
    assert "\x1b" not in seen


def test_a_name_cannot_steer_the_terminal() -> None:
    hostile = Reply("Added \x1b[2J\x07[bold]dosa[/bold]\u009b1m!", buttons=buttons("\x1b[31m"))
    assert words(drawn(hostile)) == ["Added [2J[bold]dosa[/bold]1m!", "[1] [31m"]


def typing(*lines: str | type[BaseException]) -> Callable[[str], str]:
    """A person who types these lines, and then presses Ctrl-D."""
    keys: Iterator[str | type[BaseException]] = iter((*lines, EOFError))

    def read(prompt: str) -> str:
        line = next(keys)
        if isinstance(line, str):
            return line
        raise line

    return read


def chatted(shop: Shop, *lines: str | type[BaseException]) -> str:
    paper = io.StringIO()
    screen = Screen(Console(file=paper, width=80), lambda language: english())
    chat("Idly House", Conversation(shop.take, "demo", "asha"), screen, typing(*lines))
    return paper.getvalue()


def test_numbers_and_labels_press_and_the_rest_is_said() -> None:
    shop = Shop(MENU, MENU, PAY, PLACED)
    chatted(shop, "show me the menu", "  ", "9", "more", "CASH")
    assert shop.texts == ["show me the menu", "Idly", "More", "Cash"]
    assert shop.calls == [
        None,
        (Call("dish_9"),),
        (Call("pressed", {"label": "More"}),),
        (Call("pressed", {"label": "Cash"}),),
    ]


@pytest.mark.parametrize("leave", ["/quit", EOFError, KeyboardInterrupt])
def test_leaving_is_polite(leave: str | type[BaseException]) -> None:
    shop = Shop(CART)
    seen = words(chatted(shop, leave, "never said"))
    assert seen[0] == "Welcome to Idly House!"
    assert seen[-1] == "Goodbye! Your cart is kept for when you come back."
    assert shop.heard == []


def test_the_database_can_go_and_come_back_while_chatting() -> None:
    class Flaky(Shop):
        def take(self, inbound: Inbound) -> Reply:
            reply = super().take(inbound)
            if len(self.heard) == 2:
                raise DatabaseDown
            return reply

    shop = Flaky(PAY)
    seen = chatted(shop, "checkout", "cash", "cash")
    assert "The shop cannot be reached at the moment. Please try again." in seen
    assert shop.texts == ["checkout", "Cash", "Cash"]
