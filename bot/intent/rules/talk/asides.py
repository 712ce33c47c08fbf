"""What is said along with an order and asks for nothing: "my name is …", "oh", "that's wrong"."""

from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import ADD, CHANGE, FILLERS, NO, POINTERS, POLITE, word_set

_NAME = word_set("name names")
_SELF = ("im", "i am", "this is")
_FOR = ("its for", "itll be for", "it is for", "it will be for", "thats for", "order is for")
_WEAK = (
    FILLERS
    | NO
    | POINTERS
    | CHANGE
    | word_set(
        "oh ah actually wrong mistake mind not is was thats its changed made changing a an hold"
        " minute moment second forgot my bad thing something do need want like id anything"
    )
)
_IS = word_set("is are")
_WISHERS = word_set("i we id wed ill well")
_WISHING = word_set("would do will really to have love")
_LONGEST_NAME = 2
_LONGEST_TOLD = 8


def is_aside(tokens: Tokens) -> bool:
    """Whether a clause tells who it is for, or that something comes, and nothing else."""
    words = [token.word for token in tokens if token.kind == "word"]
    if len(words) < sum(token.kind != "break" for token in tokens) or not words:
        return False
    return _tells_name(words) or all(word in _WEAK for word in words)


def without_cleft(tokens: Tokens) -> Tokens:
    """ "What I'd like is | a tea", "all we want is | a tea": a wish in two clauses as one."""
    greeted = next((at + 1 for at, token in enumerate(tokens[:3]) if token.kind == "break"), 0)
    tokens, whole = tokens[greeted:], tokens
    words = [token.word for token in tokens]
    if words[:1] != ["what"] and words[:1] != ["all"]:
        return whole
    end = next((at for at, word in enumerate(words) if word in _IS), 0)
    wish = words[1:end]
    wishes = wish[:1] and wish[0] in _WISHERS and not ADD.isdisjoint(wish[1:])
    return tokens[end + 1 :] if wishes and set(wish[1:]) <= ADD | _WISHING else whole


def is_for_someone(tokens: Tokens) -> bool:
    """ "For Asha" behind an order, where "for" leads to nothing else that is known."""
    words = [token.word for token in tokens if token.word not in POLITE and token.kind == "word"]
    return words[:1] == ["for"] and len(words) <= 1 + _LONGEST_NAME


def tells_something(tokens: Tokens) -> bool:
    """Whether an aside is more than a polite word."""
    return any(token.word not in POLITE for token in tokens) and is_aside(tokens)


def goes_without_saying(tokens: Tokens, before: str) -> bool:
    """After a removal "I just want the idly", after a change "let me have that one"."""
    words = [token.word for token in tokens if token.kind == "word"]
    keeps = words[:2] in (["i", "just"], ["i", "only"])
    points = all(word in FILLERS | ADD | POINTERS | {"one"} for word in words)
    return keeps if before == "remove_from_cart" else points and before == "update_item"


def begins_aside(tokens: Tokens, at: int) -> bool:
    """Whether a name is told from here on: "a latte | my name is Asha"."""
    words = [token.word for token in tokens[at : at + 2]]
    return words[:1] in (["my"], ["the"]) and not _NAME.isdisjoint(words[1:])


def _tells_name(words: list[str]) -> bool:
    """ "My name is Asha", "the name for my order is Asha", "it's for Asha", "I'm Asha"."""
    if words[0] in {"and", "but", "so"}:
        words = words[1:]
    if not _NAME.isdisjoint(words[:3]) and len(words) <= _LONGEST_TOLD:
        return True
    text = " ".join(word for word in words if word not in {"the", "my"})
    for lead in (*_FOR, *_SELF):
        rest = text.removeprefix(f"{lead} ").split()
        named = len(rest) <= _LONGEST_NAME and not ADD.intersection(rest)
        if text.startswith(f"{lead} ") and named:
            return True
    return False
