"""What a message is about that could not be read to its last word. Nothing is done by it."""

from collections.abc import Iterator

from bot.intent.rules.asked.looking import read_partly_known, read_unknown
from bot.intent.rules.asked.question import read_inquiry, read_question
from bot.intent.rules.asked.remarks import read_remark
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.talk.sayings import read_saying
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.order_words import FRAME
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import ARTICLES, NOT_AN_ORDER
from tools.kit.call import Call

_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_LOOKED_AT = frozenset({"search_menu", "view_cart", "order_status"})


def read_at_large(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The call of a whole message: a question, a remark, or a kind of dish; None when of nothing.

    Of several sentences the last one that asks to be told or shown something counts.
    """
    return (
        read_remark(tokens, menu)
        or read_inquiry(tokens, menu)
        or _read_kind(tokens, menu)
        or read_partly_known(tokens, menu)
        or _last_asking(tokens, menu)
        or _asked_beside(tokens, menu)
        or read_unknown(tokens)
    )


def _read_kind(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search for the kind of dish that is ordered without saying which: "2 large pizzas"."""
    if not menu.names_kind(tokens) or any(token.word in NOT_AN_ORDER for token in tokens):
        return None
    content = [
        token
        for at, token in enumerate(tokens)
        if token.kind == "word"
        and token.word not in FRAME | ARTICLES
        and not menu.knows_option([token.word])
        and not read_number(tokens, at)
    ]
    named = content and all(menu.knows(token.word) for token in content)
    return Call("search_menu", {"query": said(content)}) if named else None


def _last_asking(tokens: Tokens, menu: MenuWords) -> Call | None:
    sentences = [sentence for sentence in _sentences(tokens) if sentence]
    if len(sentences) < 2:
        return None
    for sentence in reversed(sentences):
        found = (
            read_saying(sentence) or read_question(sentence, menu) or read_inquiry(sentence, menu)
        )
        if found and found.tool in _LOOKED_AT:
            return found
    return None


def _asked_beside(tokens: Tokens, menu: MenuWords) -> Call | None:
    """What is asked for where one dish is named beside it: "idly total"."""
    named = menu.first_dish(tokens)
    at = next((at for at in range(len(tokens)) if tokens[at : at + len(named)] == named), 0)
    found = read_saying([*tokens[:at], *tokens[at + len(named) :]]) if named else None
    return found if found and found.tool in _LOOKED_AT else None


def _sentences(tokens: Tokens) -> Iterator[Tokens]:
    begin = 0
    for at, token in enumerate(tokens):
        if token.text in _SENTENCE_ENDS:
            yield tokens[begin : at + (token.text == "?")]
            begin = at + 1
    yield tokens[begin:]
