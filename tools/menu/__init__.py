"""The menu in memory: dishes, options and meal periods, and what words mean among them."""

from tools.menu.categories import find_categories
from tools.menu.choices import Choices, Chosen, Doubt, Place, TakenOff
from tools.menu.find import Ambiguous, Found, Match, Missing, find, named
from tools.menu.menu import Menu
from tools.menu.model import Category, Ingredient, MenuItem, Option, OptionGroup, Period
from tools.menu.normalise import fold, normalise, words_of
from tools.menu.options import choose
from tools.menu.periods import current_period, meals_of, running_periods, served_now
from tools.menu.reference import Reference, reference
from tools.menu.search import Hits, search

__all__ = [
    "Ambiguous",
    "Category",
    "Choices",
    "Chosen",
    "Doubt",
    "Found",
    "Hits",
    "Ingredient",
    "Match",
    "Menu",
    "MenuItem",
    "Missing",
    "Option",
    "OptionGroup",
    "Period",
    "Place",
    "Reference",
    "TakenOff",
    "choose",
    "current_period",
    "find",
    "find_categories",
    "fold",
    "meals_of",
    "named",
    "normalise",
    "reference",
    "running_periods",
    "search",
    "served_now",
    "words_of",
]
