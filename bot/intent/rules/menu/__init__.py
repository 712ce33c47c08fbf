"""The words of a message by a menu: which of them name a dish or an option."""
