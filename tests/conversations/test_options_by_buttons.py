"""Dishes with many options, ordered and changed by somebody who never types a word."""

import psycopg

from bot.pg import Postgres
from tests.conversations.menu_shops import (
    cart,
    leaf_to,
    open_menu,
    opens,
    pick,
    press,
    presser,
    total,
)
from tests.conversations.option_carts import BOWLS, LATTES, PIZZAS
from tools.resolve.picks import MOST_PICKS


async def test_two_bowls_of_one_kind(dsn: str, postgres: Postgres, db: psycopg.Connection) -> None:
    shop = await open_menu(dsn, postgres, "taqueria")
    async with presser(shop, "taqueria") as asha:
        await opens(asha, "Burrito Bowl")
        assert {"Filling", "Rice", "Beans", "Salsa", "Toppings"} <= set(asha.sees().labels)
        await pick(asha, "Filling", "Chicken Tinga")
        await pick(asha, "Beans", "no Black Beans", "no Refried Beans")
        await pick(asha, "Toppings", "Guacamole", "extra Guacamole")
        assert asha.sees().text.endswith(
            "Your choice: Chicken Tinga, no Black Beans, no Refried Beans, extra Guacamole."
        )
        assert "Add to cart: $11.40" in asha.sees().labels
        await press(asha, "Add to cart")

        await opens(asha, "Burrito Bowl")
        await pick(asha, "Filling", "Carne Asada")
        await pick(asha, "Rice", "Lime Rice", "extra Lime Rice")
        await press(asha, "Add to cart: $10.60")
        assert cart(db) == BOWLS

        await asha.says("/cart")
        await press(asha, "✎ 1x Burrito Bowl (Chicken Tinga")
        seen = asha.sees()
        assert seen.text.startswith("1x Burrito Bowl in your cart.")
        assert "Filling: Chicken Tinga" in seen.labels
        await pick(asha, "Filling", "Roast Squash")
        await pick(asha, "Beans", "✓ no Black Beans", "Black Beans", "light Black Beans")
        await pick(asha, "Toppings", "✓ Guacamole", "Queso")
        await press(asha, "Save: $10.50")
        assert cart(db) == [
            (1, "Burrito Bowl", ["Roast Squash", "light Black Beans", "Queso",
                                 "no Refried Beans"], "10.50"),
            BOWLS[1],
        ]  # fmt: skip
        assert total(db) == "21.10"


async def test_two_pizzas_with_toppings_from_many_pages(
    dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    shop = await open_menu(dsn, postgres, "pizzeria")
    async with presser(shop, "pizzeria") as asha:
        await opens(asha, "Your Own Pizza")
        assert "Size: please choose" in asha.sees().labels
        assert "Crust: Classic" in asha.sees().labels
        await press(asha, "Size")
        assert {"Small €7", "Medium €9.50", "Large €12.50"} <= set(asha.sees().labels)
        await press(asha, "Large €12.50")
        await press(asha, "Done")
        await pick(asha, "Sauce", "no Tomato Sauce")
        await pick(asha, "Toppings", "Mozzarella +", "extra Mozzarella", "Mushrooms", "Pepperoni")
        await press(asha, "Add to cart: €16.10")

        await opens(asha, "Your Own Pizza")
        await pick(asha, "Crust", "Stuffed")
        await pick(asha, "Toppings", "Blue Cheese", "light Blue Cheese")
        await press(asha, "Add to cart: choose Size")
        assert "Size for Your Own Pizza: which would you like?" in asha.sees().text
        await press(asha, "Small")
        assert cart(db) == PIZZAS

        await asha.says("/cart")
        before = len(asha.reads())
        await press(asha, "✎ 1x Your Own Pizza (Large")
        await pick(asha, "Size: Large", "Medium")
        await press(asha, "Save: €13.10")
        assert len(asha.reads()) == before, "the line is changed in place"
        assert [line[3] for line in cart(db)] == ["13.10", "10.50"]


async def test_more_toppings_than_a_button_can_carry(
    dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    """What is too much for the buttons is said, and goes on in the cart: nothing gets lost."""
    shop = await open_menu(dsn, postgres, "pizzeria")
    wanted = [
        "Anchovies", "Avocado", "Bacon", "Basil", "Beetroot", "Capers", "Chard", "Chicken",
        "Chorizo", "Feta", "Fig", "Gouda", "Honey", "Kale", "Leek", "Mango", "Mint", "Olive Oil",
        "Sage", "Tuna",
    ]  # fmt: skip
    async with presser(shop, "pizzeria") as asha:
        await opens(asha, "Calzone")
        await press(asha, "Toppings")
        for label in wanted[:MOST_PICKS]:
            await leaf_to(asha, label)
        assert "Add it to your cart; there you can go on." in asha.sees().text
        await leaf_to(asha, wanted[MOST_PICKS])
        assert "✓" not in next(label for label in asha.sees().labels if wanted[MOST_PICKS] in label)
        await press(asha, "Add to cart")
        assert cart(db)[0][2] == wanted[:MOST_PICKS]
        await asha.says("/cart")
        await asha.presses("1x Calzone", beside="+")
        await pick(asha, "Toppings", *wanted[MOST_PICKS:])
        await press(asha, "Save")
        ((quantity, _, options, _),) = cart(db)
        assert (quantity, options) == (1, wanted)


async def test_two_lattes_with_shots_and_syrups(
    dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    shop = await open_menu(dsn, postgres, "espresso_bar")
    async with presser(shop, "espresso_bar") as asha:
        await opens(asha, "Latte")
        await pick(asha, "Cup: Small", "Medium")
        await pick(asha, "Milk: Whole Milk", "Oat Milk")
        await pick(asha, "Shots", "Espresso Shot", "+", "+", "−")
        await pick(asha, "Syrups", "Vanilla Syrup", "Caramel Syrup", "Cinnamon Syrup")
        assert "Syrups: Vanilla Syrup, Caramel Syrup" in " ".join(asha.sees().labels) or (
            "Syrups (2)" in asha.sees().labels
        )
        await press(asha, "Add to cart: €7.70")

        await opens(asha, "Latte")
        await pick(asha, "Cup: Small", "Extra Large")
        await pick(asha, "On top", "no Whipped Cream", "Cocoa Powder", "light Cocoa Powder")
        await press(asha, "Add to cart: €5.40")
        assert cart(db) == LATTES
        assert total(db) == "13.10"


async def test_a_full_group_says_so_and_keeps_what_was_chosen(dsn: str, postgres: Postgres) -> None:
    shop = await open_menu(dsn, postgres, "espresso_bar")
    async with presser(shop, "espresso_bar") as asha:
        await opens(asha, "Latte")
        await press(asha, "Syrups")
        await press(asha, "Vanilla Syrup")
        await press(asha, "Caramel Syrup")
        seen = await press(asha, "Cinnamon Syrup")
        assert seen.text.splitlines() == [
            "Syrups for Latte. Choose up to 2.",
            "Your choice: Vanilla Syrup, Caramel Syrup.",
            "You can choose at most 2 of Syrups for Latte: take one off first.",
        ]


async def test_what_the_customer_told_us_to_avoid_is_marked_asked_about_and_on_the_order(
    dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    shop = await open_menu(dsn, postgres, "taqueria")
    async with presser(shop, "taqueria") as asha:
        await asha.says("I'm allergic to peanuts")
        await opens(asha, "Quesadilla")
        await press(asha, "Toppings")
        await press(asha, "\N{WARNING SIGN} Peanut Mole")
        seen = await press(asha, "Add to cart")
        assert seen.text == (
            "Quesadilla with Peanut Mole contains peanut, which you told me to avoid. "
            "Add it anyway?"
        )
        assert seen.labels == ["Add it anyway", "No, leave it out", "Show what fits"]
        assert cart(db) == []
        await press(asha, "Add it anyway")
        assert cart(db) == [(1, "Quesadilla", ["Peanut Mole"], "9.20")]
        seen = await asha.says("/cart")
        assert seen.text.splitlines() == [
            "\N{WARNING SIGN} ALLERGY: peanut",
            "Your cart: 1x Quesadilla (Peanut Mole) ($9.20) \N{WARNING SIGN} peanut accepted."
            " Total: $9.20. Ready to checkout?",
        ]
        await press(asha, "Checkout")
        seen = await press(asha, "Cash")
        assert "\N{WARNING SIGN} ALLERGY: peanut" in seen.text
        assert "\N{WARNING SIGN} peanut accepted" in seen.text


async def test_a_change_against_the_rules_is_asked_about_too(
    dsn: str, postgres: Postgres, db: psycopg.Connection
) -> None:
    shop = await open_menu(dsn, postgres, "espresso_bar")
    async with presser(shop, "espresso_bar") as asha:
        await asha.says("allergic to nuts")
        await opens(asha, "Flat White")
        await press(asha, "Add to cart")
        await asha.says("/cart")
        await asha.presses("1x Flat White", beside="+")
        await pick(asha, "Milk", "\N{WARNING SIGN} Almond Milk")
        seen = await press(asha, "Save")
        assert seen.text.endswith("Change it anyway?")
        await press(asha, "No, leave it as it is")
        assert cart(db) == [(1, "Flat White", ["Small"], "3.50")]
