"""A staff member's message as calls: the first reader that accounts for all of it."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.staff.alerts import read_alerts
from bot.intent.rules.staff.ended import read_end
from bot.intent.rules.staff.low_mark import read_low_mark
from bot.intent.rules.staff.money import read_money
from bot.intent.rules.staff.open_orders import read_look
from bot.intent.rules.staff.orders import read_steps
from bot.intent.rules.staff.paid_and_moved import read_paid_and_moved
from bot.intent.rules.staff.people import PEOPLE
from bot.intent.rules.staff.price import names_price, read_prices
from bot.intent.rules.staff.questions import read_question
from bot.intent.rules.staff.sold_out import read_back, read_back_at, read_sold_out
from bot.intent.rules.staff.stock import read_stock_change
from bot.intent.rules.staff.stock_question import read_stock_question
from bot.intent.rules.staff.table import Order, read_tables
from bot.intent.rules.staff.tabs.reader import read_tabs
from bot.intent.rules.staff.words import with_whole_names
from bot.intent.rules.talk.saying import saying
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.tokens import Token, Tokens, tokenize
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call
from tools.menu import Menu

_MOST_CALLS = 3
_JOINERS = word_set("and then also")
_SAYINGS = (
    saying(
        "undo", "undo revert", may="that it this last change thing what i did just back again oops"
    ),
    saying("undo", "take put", "back", may="that it this last change thing what i did just"),
    saying("undo", "cancel", "that last", may="change thing"),
    saying("help", "help commands", may="me with how show"),
    saying("help", "what how", "can", "say do work", may="tell ask you this"),
    *PEOPLE,
)


def read_staff(text: str, menu: Menu, order: Order) -> tuple[Call, ...]:
    """One to three calls, or none. `order` reads what a customer would order in these words."""
    words = MenuWords(menu)
    tokens = with_whole_names(tokenize(text), words)
    calls = (
        _at_length(tokens, words)
        or read_low_mark(tokens)
        or read_prices(tokens, words)
        or ((not names_price(tokens) and _by_clauses(tokens, words, order)) or ())
        or _read(tokens, words, order)
    )
    return calls if len(calls) <= _MOST_CALLS else ()


def _read(tokens: Tokens, menu: MenuWords, order: Order) -> tuple[Call, ...]:
    said = frozenset(token.word for token in tokens if token.kind != "break")
    for each in _SAYINGS:
        if each.fits(said):
            return (each.call,)
    if (whole := read_saying(tokens)) and whole.tool in ("small_talk", "choose_language"):
        return (Call("help") if whole.tool == "small_talk" else whole,)
    return (
        read_alerts(tokens, menu)
        or read_tabs(tokens)
        or read_tables(tokens, order)
        or read_question(tokens, menu)
        or _of_an_order(tokens, menu)
        or read_look(tokens)
        or read_back_at(tokens, menu)
        or read_stock_change(tokens)
        or read_back(tokens, menu)
        or read_sold_out(tokens, menu)
        or read_stock_question(tokens, menu)
    )


def _of_an_order(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    return (
        read_paid_and_moved(tokens)
        or read_money(tokens)
        or read_steps(tokens)
        or read_end(tokens, menu)
    )


def _at_length(tokens: Tokens, menu: MenuWords) -> tuple[Call, ...]:
    """An order's end with all that is said after it as the reason, unless another order is; and
    orders that are taken, with when they are ready.
    """
    others = _clauses(tokens)[1:]
    if any(_of_an_order(one, menu) for one in others):
        return ()
    taken = read_steps(tokens)
    return taken if taken and "minutes" in taken[0].args else read_end(tokens, menu)


def _by_clauses(tokens: Tokens, menu: MenuWords, order: Order) -> tuple[Call, ...]:
    """The calls of a message each part of which says something by itself; else none."""
    calls: tuple[Call, ...] = ()
    for clause in _clauses(tokens):
        understood = _read(clause, menu, order)
        if not understood:
            return ()
        calls += understood
    return calls


def _clauses(tokens: Tokens) -> list[list[Token]]:
    """The parts of a message. One that is a question keeps the sign of it."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "break" or token.word in _JOINERS:
            if token.text == "?" and clauses[-1]:
                clauses[-1].append(token)
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [clause for clause in clauses if clause]
