"""What leads to a wish and says nothing of it: "no, actually, could you please …", "I need to"."""

from collections.abc import Set

from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import ADD, FILLERS, NO, word_set

_LEADS = FILLERS | NO | ADD | word_set("oh ah and but so also go ahead help do not its wrong that")


def after_leads(tokens: Tokens, verbs: Set[str]) -> Tokens:
    """The tokens from one of these verbs on, where nothing but a lead is before; else none."""
    for at, token in enumerate(tokens):
        if token.word in verbs:
            return tokens[at:]
        if token.kind != "break" and token.word not in _LEADS:
            return ()
    return ()
