"""How the dish just mentioned shall be, in many words: "no, that's wrong, it has to be decaf".

Whatever else is said, what is left are options and perhaps the dish they are for.
"""

from itertools import pairwise

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import Token, Tokens, said
from bot.intent.rules.words.vocabulary import (
    ADD,
    AMOUNTS,
    ARTICLES,
    BRING,
    CHANGE,
    FILLERS,
    MORE,
    NEGATIONS,
    NO,
    ORDINALS,
    POINTERS,
    QUESTIONS,
    WITH,
    word_set,
)
from tools.kit.call import Call, Json

_EMPTY = (
    FILLERS
    | NO
    | ADD
    | BRING
    | CHANGE
    | POINTERS
    | ARTICLES
    | WITH
    | word_set(
        "be been being is are was isnt needs needed wanted ordered added included lemme thats its"
        " mine drink drinks dish one ones and but or too also well version kind bit lot so oh ah"
        " wrong mistake forgot right sounds looks good nice perfect there here which had has shall"
        " should into instead switch turn swap help go ahead only not supposed all by any way he"
        " she they flavor flavour sauce syrup topping toppings option please do does did my meant"
        " mean said rather must tell say mention"
    )
)
_ALTERS = CHANGE | word_set("switch turn swap needs instead meant should supposed must upgrade")
_AGAIN = MORE | word_set("same else")
_SOME_OF = word_set("of other others both each half")
"""Said of some pieces of a line, which is for an order to say."""
_RIGHT = word_set("right that it what correct")
_MOST = 8


def read_tweak(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The change of a clause that, without the words that carry nothing, is only options.

    A dish among them is the one to be changed, where the clause has a word of changing.
    """
    words = [token.word for token in tokens if token.kind != "break"]
    asks = next((word for word in words if word not in NO | FILLERS), "") in QUESTIONS
    if asks or not _SOME_OF.isdisjoint(words) or _refuses(tokens, menu):
        return None
    piece = _one_piece(tokens)
    dish, options = _parts([token for at, token in enumerate(tokens) if at + 1 != piece], menu)
    if not options or len(options) > _MOST or not menu.are_options(said(options)):
        return None
    alters = not _ALTERS.isdisjoint(words)
    if not _AGAIN.isdisjoint(words) or (dish and not alters):
        return None
    said_so: dict[str, Json] = {"item": said(dish)} if dish else {}
    said_so["options"] = [said(options)]
    return Call("update_item", said_so | {"quantity": 1} if piece else said_so)


def _one_piece(tokens: Tokens) -> int:
    """The place after the "one" of "one with …", which is one piece of it; 0: all of it.

    "The one with …" is the whole line.
    """
    for at, (token, after) in enumerate(pairwise(tokens), 1):
        if token.word in {"one", "1"} and after.word in WITH:
            whole = at > 1 and tokens[at - 2].word in POINTERS | ORDINALS | {"the", "my"}
            return 0 if whole else at
    return 0


def _refuses(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether something shall not be: "no onion", "hold the onion", "not spicy"; not "no, …"."""
    for token, after in pairwise(tokens):
        if token.word in NEGATIONS - {"no"} or token.word in {"dont", "cant", "never"}:
            return True
        denies = after.kind == "break" or after.word in _RIGHT
        if token.word == "not" and not denies:
            return True
    told = [token for token in tokens if token.word not in {"the", "any", "a"}]
    return any(
        token.word == "no" and menu.option_at(told, at) > 0 for at, token in enumerate(told[:-1], 1)
    )


def _parts(tokens: Tokens, menu: MenuWords) -> tuple[list[Token], list[Token]]:
    """The words of the dish and those of the options; no options when there are other words."""
    dish: list[Token] = []
    options: list[Token] = []
    at = 0
    while at < len(tokens):
        if length := menu.option_at(tokens, at):
            options += tokens[at : at + length]
        elif length := menu.dish_at(tokens, at):
            if dish:
                return [], []
            dish += tokens[at : at + length]
        else:
            length, token = 1, tokens[at]
            if _says_how(token, menu):
                options.append(token)
            elif not dish and menu.knows_exactly([token.word]) and not _is_empty(token, menu):
                dish.append(token)
            elif not _is_empty(token, menu):
                return [], []
        at += length
    return dish, options


def _says_how(token: Token, menu: MenuWords) -> bool:
    """Whether a word is an amount or part of an option's name, and nothing else."""
    if token.word in AMOUNTS or token.kind == "number":
        return True
    return not _is_empty(token, menu) and menu.knows_option([token.word])


def _is_empty(token: Token, menu: MenuWords) -> bool:
    return token.kind == "break" or token.word in _EMPTY or menu.knows_heading(token.word)
