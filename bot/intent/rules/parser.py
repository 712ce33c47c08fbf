"""The rule parser as a classifier: no network, no model, the same answer every time."""

from dataclasses import replace

from bot.intent.clean import clean
from bot.intent.reading import Reading
from bot.intent.rules.asked.contents import read_contents
from bot.intent.rules.asked.rating import find_rating
from bot.intent.rules.confidence import NOT_UNDERSTOOD, confidence
from bot.intent.rules.edit.note import read_note
from bot.intent.rules.given.coupon import find_coupon
from bot.intent.rules.given.dietary import find_statement, in_order
from bot.intent.rules.given.place import find_place
from bot.intent.rules.given.placed import find_placed
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.order.aside import read_aside
from bot.intent.rules.sentence import MANNERS, NOTHING, Found, parse_sentence
from bot.intent.rules.staff import read_staff
from bot.intent.rules.words.tokens import tokenize
from tools.kit.call import Call
from tools.kit.turn import Role
from tools.menu import Menu


class RuleParser:
    """Understands ordering, and says so when it does not understand.

    One unclear clause spoils the message: half an order carried out is worse than a question.
    """

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        """The calls the sentence means, by those of its role."""
        if role == "staff":
            calls = read_staff(clean(text), menu, lambda words: parse(words, menu))
            if calls:
                return Reading(calls, "rules")
            return Reading(NOTHING, "rules", confidence=NOT_UNDERSTOOD)
        words, cleaned = MenuWords(menu), clean(text)
        found = _read_text(cleaned, words)
        sure = confidence(tokenize(cleaned), found.calls, words, at_large=found.at_large)
        return Reading(found.calls, "rules", confidence=sure)


def parse(text: str, menu: Menu) -> tuple[Call, ...]:
    """One to three calls, or not_understood; those that others are judged by come first."""
    return _read_text(clean(text), MenuWords(menu)).calls


def _read_text(text: str, words: MenuWords) -> Found:
    if rating := find_rating(text, words):
        return Found((rating,))
    if given := find_coupon(text) or find_place(text) or find_placed(text):
        rest = _read_text(given.rest, words) if given.rest else Found(())
        return replace(rest, calls=given.among(rest.calls))
    tokens = tokenize(text)
    stated = find_statement(tokens)
    if stated is None:
        if asked := read_contents(tokens, words):
            return Found((asked,))
        if note := read_note(text, words):
            return Found((note,))

        def read(part: str) -> tuple[Call, ...]:
            return in_order(parse_sentence(tokenize(part), words).calls)

        if aside := read_aside(text, words, read):
            return Found(aside)
        found = parse_sentence(tokens, words)
        return Found(in_order(found.calls), found.at_large)
    others = parse_sentence(stated.rest, words) if stated.rest else Found(())
    beside = (call for call in others.calls if call.tool not in MANNERS)
    return Found(in_order((stated.call, *beside)), others.at_large)
