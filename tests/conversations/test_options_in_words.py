"""Dishes with many options, ordered and changed in words: the same carts as by buttons alone."""

from dataclasses import dataclass

import psycopg
import pytest

from bot.pg import Postgres
from tests.conversations.menu_shops import Line, cart, open_menu, speaker, total
from tests.conversations.option_carts import BOWLS, LATTES, PIZZAS


@dataclass(frozen=True)
class Talk:
    """What is said to a shop, each with a piece of the answer, and the cart it makes.

    What begins with "!" presses a button of the answer before.
    """

    menu: str
    said: tuple[tuple[str, str], ...]
    cart: list[Line]
    total: str


TALKS = [
    Talk(
        "taqueria",
        (
            (
                "burrito bowl with chicken, extra guac, no beans, "
                "and another one with steak and double rice",
                "Added 1x Burrito Bowl (Chicken Tinga, extra Guacamole, no Black Beans, "
                "no Refried Beans). Rice for Burrito Bowl: which would you like? "
                "Lime Rice, Brown Rice, Cauliflower Rice (+$0.90).",
            ),
            ("!Lime Rice", "Added 1x Burrito Bowl (Carne Asada, extra Lime Rice)!"),
        ),
        BOWLS,
        "22.00",
    ),
    Talk(
        "taqueria",
        (
            ("burrito bowl with chicken and extra guac", "Added 1x Burrito Bowl"),
            ("another burrito bowl with steak and extra lime rice", "You have 2 items"),
            ("make the second one chicken", "Changed to 1x Burrito Bowl (Chicken Tinga, extra"),
            ("no cheese in the second one", "no Cotija Cheese"),
            ("note: ring the bell", '"ring the bell"'),
        ),
        [
            (1, "Burrito Bowl", ["Chicken Tinga", "extra Guacamole"], "11.40"),
            (1, "Burrito Bowl", ["Chicken Tinga", "extra Lime Rice", "no Cotija Cheese"], "9.20"),
        ],
        "20.60",
    ),
    Talk(
        "taqueria",
        (
            (
                "family platter with elote, plantains, charro beans and cilantro slaw",
                "You can choose at most 3 of Sides of the platter for Family Platter; you said "
                "Elote, Plantains, Charro Beans, and Cilantro Slaw. Which one shall I leave out?",
            ),
            ("!Plantains", "Added 1x Family Platter (Elote, Charro Beans, Cilantro Slaw)"),
            ("another family platter", "Sides of the platter for Family Platter: choose 2."),
            ("!Elote", "So far Elote. Which one more?"),
            ("!Plantains", "Added 1x Family Platter (Elote, Plantains)"),
        ),
        [
            (1, "Family Platter", ["Elote", "Charro Beans", "Cilantro Slaw"], "26.00"),
            (1, "Family Platter", ["Elote", "Plantains"], "27.50"),
        ],
        "53.50",
    ),
    Talk(
        "pizzeria",
        (
            (
                "large pizza with mushrooms, extra mozzarella and pepperoni, no tomato sauce",
                "Added 1x Your Own Pizza (Large, extra Mozzarella, Mushrooms, Pepperoni, "
                "no Tomato Sauce)",
            ),
            ("another small pizza with stuffed crust and light blue cheese", "(€26.60 total)"),
        ),
        PIZZAS,
        "26.60",
    ),
    Talk(
        "pizzeria",
        (
            (
                "margherita",
                "Size for Margherita: which would you like? "
                "Small (€7), Medium (€9.50), Large (€12.50), Party (€16.90).",
            ),
            ("large", "Added 1x Margherita (Large)"),
            ("make it thin crust", "Changed to 1x Margherita (Large, Thin). Total: €12.50."),
            ("make it small", "Changed to 1x Margherita (Small, Thin). Total: €7."),
            ("pizza with ham", "Ham for Your Own Pizza: which would you like?"),
            ("!Parma", "Size for Your Own Pizza: which would you like?"),
            ("!Medium", "Added 1x Your Own Pizza (Medium, Parma Ham)"),
        ),
        [
            (1, "Margherita", ["Small", "Thin"], "7.00"),
            (1, "Your Own Pizza", ["Medium", "Parma Ham"], "11.10"),
        ],
        "18.10",
    ),
    Talk(
        "espresso_bar",
        (
            (
                "medium latte with oat milk, double shot, vanilla and caramel syrup",
                "Added 1x Latte (Medium, Oat Milk, 2x Espresso Shot, Vanilla Syrup, Caramel",
            ),
            ("large latte with light cocoa powder and no whipped cream", "€12.50 total"),
            ("make the second one extra large", "Total: €13.10."),
        ),
        LATTES,
        "13.10",
    ),
    Talk(
        "espresso_bar",
        (
            (
                "latte with vanilla, caramel and cinnamon syrup",
                "You can choose at most 2 of Syrups for Latte; you said Vanilla Syrup, "
                "Caramel Syrup, and Cinnamon Syrup. Which one shall I leave out?",
            ),
            ("!Cinnamon", "Added 1x Latte (Small, Vanilla Syrup, Caramel Syrup)"),
            (
                "americano with 5 shots",
                "You can choose at most 4 of Shots for Americano; you said 5x Espresso Shot. "
                "Shall I make it 4?",
            ),
            ("yes", "Added 1x Americano (Small, 4x Espresso Shot)"),
        ),
        [
            (1, "Latte", ["Small", "Vanilla Syrup", "Caramel Syrup"], "4.70"),
            (1, "Americano", ["Small", "4x Espresso Shot"], "7.10"),
        ],
        "11.80",
    ),
]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: f"{talk.menu}-{talk.total}")
async def test_a_cart_in_words(
    talk: Talk, dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    shop = await open_menu(dsn, postgres, talk.menu)
    asha = speaker(shop, talk.menu)
    for words, piece in talk.said:
        reply = await (asha.presses(words[1:]) if words[0] == "!" else asha.says(words))
        assert piece in reply.text, reply.text
    assert cart(db) == talk.cart
    assert total(db) == talk.total
