"""Carts that are ordered in words and by buttons alone: quantity, dish, choices, price of one."""

from tests.conversations.menu_shops import Line

BOWLS: list[Line] = [
    (
        1,
        "Burrito Bowl",
        ["Chicken Tinga", "extra Guacamole", "no Black Beans", "no Refried Beans"],
        "11.40",
    ),
    (1, "Burrito Bowl", ["Carne Asada", "extra Lime Rice"], "10.60"),
]
PIZZAS: list[Line] = [
    (
        1,
        "Your Own Pizza",
        ["Large", "extra Mozzarella", "Mushrooms", "Pepperoni", "no Tomato Sauce"],
        "16.10",
    ),
    (1, "Your Own Pizza", ["Small", "Stuffed", "light Blue Cheese"], "10.50"),
]
LATTES: list[Line] = [
    (
        1,
        "Latte",
        ["Medium", "Oat Milk", "2x Espresso Shot", "Vanilla Syrup", "Caramel Syrup"],
        "7.70",
    ),
    (1, "Latte", ["Extra Large", "light Cocoa Powder", "no Whipped Cream"], "5.40"),
]
