"""One act of an edit: by its verb and the words between, what it is about and what shall come."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.intent.rules.about import TARGETS, is_for, is_same_kind, target_in, tell_of
from bot.intent.rules.acts import Act, Kind, together
from bot.intent.rules.cut import cut, trim
from bot.intent.rules.lexes import Lex
from bot.intent.rules.phrase import Phrase, read_phrase
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import NO


def read_acts(lexes: Sequence[Lex], tokens: Tokens) -> list[Act] | None:
    """The acts in order, or None when one of them is not understood."""
    acts: list[Act] = []
    for verb, words in cut(lexes):
        act = _Reader(verb, words, tokens).run()
        if act is None:
            return None
        acts.append(act)
    return list(together(acts))


def in_parts(lexes: Iterable[Lex]) -> list[list[Lex]]:
    """The words between "and"s and commas."""
    parts: list[list[Lex]] = [[]]
    for one in lexes:
        if one.role in {"join", "break"}:
            parts.append([])
        else:
            parts[-1].append(one)
    return [part for part in parts if part]


class _Reader:
    """One act."""

    def __init__(self, verb: str, lexes: Sequence[Lex], tokens: Tokens) -> None:
        self._verb = verb
        self._lexes = lexes
        self._tokens = tokens

    def run(self) -> Act | None:
        """By its verb, unless it has "instead of", "not" or "should be" in it."""
        if contrast := self._at("instead of"):
            return self._instead_of(contrast - 1)
        if (turned := self._at("not")) and self._verb in {"", "add", "meant", "make"}:
            return self._not(turned - 1)
        stated = self._at("should") or self._at("should not")
        if stated and self._verb not in {"remove", "keep"}:
            return self._stated(stated - 1)
        return self._by_verb()

    def _by_verb(self) -> Act | None:
        match self._verb:
            case "restart":
                return Act("clear")
            case "remove":
                return self._remove()
            case "keep":
                return self._keep()
            case "replace" | "change":
                return self._change()
            case "make" | "meant":
                return self._make()
            case "more" | "less":
                return self._more()
            case _:
                return self._add()

    def _at(self, role: str) -> int:
        """The place after the first of this role; 0: there is none."""
        return next((at for at, one in enumerate(self._lexes, 1) if one.role == role), 0)

    def _phrase(self, lexes: Sequence[Lex]) -> Phrase | None:
        return read_phrase(lexes, self._tokens)

    def _act(self, kind: Kind, old: Sequence[Lex], new: Sequence[Lex]) -> Act | None:
        """An act of two phrases; None where one of them is no phrase."""
        new = [one for one in new if one.role != "instead"]
        before, after = self._phrase(old), self._phrase(new)
        if before is None or after is None or after.empty:
            return None
        instead = any(one.role == "instead" for one in self._lexes)
        return Act(kind, None if before.empty else before, after, instead, trim([*new]))

    def _instead_of(self, at: int) -> Act | None:
        """ "A tea instead of the coffee", "instead of the coffee, a tea"."""
        new, old = self._sides(at)
        before = self._phrase(old)
        if before is None or before.empty or self._orders_more(new, old):
            return None
        if not new:
            return Act("replace", before, None, instead=True)
        if self._verb == "remove":
            gone = self._phrase(new)
            return Act("remove", gone, instead=True) if gone and before.points else None
        about, new = self._led_by(new)
        act, target = self._act("replace", old, new), self._phrase(about)
        if act is None or act.new is None or target is None:
            return None
        orders = self._verb in {"", "add"} and any(one.word == "with" for one in new)
        if orders and before.how and not before.dish and act.new.dish:
            return None  # "a latte with oat milk instead of whole milk" is an order
        return tell_of(act, target)

    def _orders_more(self, new: Sequence[Lex], old: Sequence[Lex]) -> bool:
        """ "A latte with oat milk instead of whole milk and a tea": the tea is ordered, too."""
        pairs = pairwise(one.role for one in old)
        more = ("join", "article") in pairs and old[0].is_option and not old[0].is_dish
        return more and any(one.is_dish for one in new)

    def _sides(self, at: int) -> tuple[Sequence[Lex], Sequence[Lex]]:
        """What comes and what goes, on either side of a word; behind it up to a comma."""
        new, old = self._lexes[:at], self._lexes[at + 1 :]
        if new:
            return new, old
        end = next((place for place, one in enumerate(old) if one.role == "break"), len(old))
        return old[end + 1 :], old[:end]

    def _led_by(self, new: Sequence[Lex]) -> tuple[Sequence[Lex], Sequence[Lex]]:
        """ "The order to a tea": what it is about, and what comes."""
        if self._verb in {"replace", "change"}:
            return self._split(new) or ((), new)
        return target_in(new) if self._verb == "make" else ((), new)

    def _not(self, at: int) -> Act | None:
        """ "3 idly not 2", "not the coffee, a tea"."""
        new, old = self._sides(at)
        if not new:
            denied = self._phrase(old)
            only_how = denied and denied.options and not denied.dish
            return Act("remove", denied) if only_how and not self._verb else None
        if stated := next((at for at, one in enumerate(new) if one.role == "should"), 0):
            act = self._act("change", new[:stated], new[stated + 1 :])
            return act if act and self._phrase(old) else None
        act = self._act("replace", old, new)
        same = act and act.old and act.new and is_same_kind(act.old, act.new)
        return act if same else None

    def _stated(self, at: int) -> Act | None:
        """ "The crust should be thin": before it what it is about, behind it how that shall be."""
        stated = self._lexes[at]
        denied = [replace(stated, role="no")] if stated.role == "should not" else []
        return self._act("change", self._lexes[:at], [*denied, *self._lexes[at + 1 :]])

    def _remove(self) -> Act | None:
        lexes = [one for one in self._lexes if one.role != "instead"]
        instead = len(lexes) < len(self._lexes)
        while lexes and lexes[-1].role == "from":
            lexes.pop()  # "take the idly off"
        links = (at for at, one in enumerate(lexes) if one.role == "from" or one.word in TARGETS)
        link = next(links, 0)
        if any(one.role not in {"order", "my"} for one in lexes[:link]):
            return self._act("remove", lexes[link + 1 :], lexes[:link])
        lexes = lexes[link + 1 :] if link else lexes  # "my order for a coffee"
        if instead and len(parts := in_parts(lexes)) == 2:
            return self._act("replace", *parts)  # "no coffee, a tea instead"
        phrase = self._phrase(lexes)
        if phrase is None and self._several(lexes):
            return Act("remove", lexes=lexes, instead=instead)
        if phrase is None or phrase.empty:
            return None
        return Act("remove", phrase, instead=instead, lexes=lexes)

    def _several(self, lexes: Sequence[Lex]) -> bool:
        """ "The idly and the vada": each part by itself."""
        return all(self._phrase(part) for part in in_parts(lexes))

    def _keep(self) -> Act | None:
        phrase = self._phrase(self._lexes)
        if phrase is None:
            return None
        if phrase.how and not phrase.dish:
            return self._add()
        return Act("keep", phrase, lexes=self._lexes)

    def _change(self) -> Act | None:
        """ "The coffee to tea", "it large", "from the coffee to a tea"."""
        lexes = [one for one in self._lexes if one.role != "instead"]
        if lexes[:1] and lexes[0].role == "by":
            return self._act("replace" if self._verb == "replace" else "change", (), lexes[1:])
        if split := self._split(lexes):
            return self._from(*split)
        old, new = target_in(lexes)
        if old and new and new[0].role != "join":
            return self._act("change", old, new)
        whole = self._phrase(lexes)
        if whole and whole.order and not (whole.dish or whole.how or whole.number):
            return Act("nothing")  # "I want to change my order"
        replaces = self._verb == "replace" and whole and not whole.empty
        return Act("replace", whole) if replaces else None

    def _from(self, old: Sequence[Lex], new: Sequence[Lex]) -> Act | None:
        """ "The coffee from small | large"; most changes do not say from what."""
        begun = next((at for at, one in enumerate(old) if one.role == "from"), None)
        if begun is None:
            if place := self._lies_on(old):
                act, target = self._act("change", old[:place], new), self._phrase(old[place + 1 :])
                return tell_of(act, target) if act and target else None
            return self._act("change", old, new)
        act, target = self._act("change", old[begun + 1 :], new), self._phrase(old[:begun])
        return tell_of(act, target) if act and target else None

    def _lies_on(self, old: Sequence[Lex]) -> int:
        """ "The cheese | on | the dosa": the place of the word between; 0: nothing lies on it."""
        at = next((at for at, one in enumerate(old) if one.word in {"on", "in"}), 0)
        only_how = any(one.is_option for one in old[:at]) and not any(
            one.is_dish and not one.is_option for one in old[:at]
        )
        return at if only_how and any(one.is_dish for one in old[at + 1 :]) else 0

    def _split(self, lexes: Sequence[Lex]) -> tuple[Sequence[Lex], Sequence[Lex]] | None:
        """At the first word between of which both sides are phrases."""
        for at, one in enumerate(lexes):
            if one.role != "by" or not at:
                continue
            new = self._phrase(lexes[at + 1 :])
            old = [each for each in lexes[:at] if each.role != "from"]
            if new and not new.empty and self._phrase(old):
                return lexes[:at], lexes[at + 1 :]
        return None

    def _make(self) -> Act | None:
        """ "It large", "the coffee large", "that 2": first what it is about."""
        lexes = [one for one in self._lexes if one.role != "instead"]
        old, new = target_in(lexes) if self._verb == "make" else ((), lexes)
        if new and new[0].word == "with" and any(one.is_dish and not one.is_option for one in new):
            return None  # "make that with two teas" orders them
        if new and (old or self._verb == "meant"):
            return self._act("change", old, new)
        return None

    def _more(self) -> Act | None:
        """ "The idly by 2" is so many more or less, "the idly to 2" how many there shall be."""
        kind: Kind = "more" if self._verb == "more" else "less"
        at = next((at for at, one in enumerate(self._lexes) if one.role == "by"), None)
        if at is None:
            phrase = self._phrase(self._lexes)
            if phrase is None or phrase.number is None:
                return None
            return Act("change" if phrase.counted else kind, phrase, phrase, lexes=self._lexes)
        act = self._act(kind, self._lexes[:at], self._lexes[at + 1 :])
        if act and act.new and act.new.number is not None and self._lexes[at].word in {"to", "as"}:
            act.kind = "change"
        return act

    def _swapped(self, parts: Sequence[Sequence[Lex]]) -> Act | None:
        """ "No onion, garlic instead"."""
        if len(parts) != 2 or parts[0][0].role != "no":
            return None
        return self._act("replace", parts[0][1:], parts[1])

    def _done_to(self, lexes: Sequence[Lex]) -> Act | None:
        """ "Warm the muffin", "warm that": how something shall be made, then what."""
        at = next((at for at, one in enumerate(lexes) if not one.is_option), 0)
        if self._verb or not at or lexes[at].role not in {"the", "my", "that", "it"}:
            return None
        act = self._act("change", lexes[at:], lexes[:at])
        return act if act and act.old and (act.old.dish or act.old.points) else None

    def _whole(self, one: Phrase) -> bool:
        """ "All items 3", "idly quantity 3", "one of them large": it says of what, and how."""
        counted = one.counted and not self._verb and one.number is not None and one.dish
        every = one.every and (one.number is not None or one.how)
        return bool(every or counted or (one.share is not None and one.how))

    def _add(self) -> Act | None:
        """What shall come; options may come to something: "cheese to the dosa"."""
        lexes = [one for one in self._lexes if one.role != "instead"]
        instead = len(lexes) < len(self._lexes)
        swapped = self._swapped(in_parts(lexes)) if instead else None
        if act := swapped or self._done_to(lexes):
            return act
        phrase = self._phrase(lexes)
        if phrase and self._whole(phrase):
            return Act("change", phrase, phrase, instead, lexes)
        if act := self._comes_to(lexes):
            return act
        if phrase is None or (phrase.empty and not phrase.more):
            return Act("add", instead=instead, lexes=lexes) if lexes else None
        if phrase.points and not (phrase.how or phrase.dish or phrase.place or phrase.more):
            return None if self._verb else Act("nothing")
        return self._plain(phrase, lexes, instead=instead)

    def _comes_to(self, lexes: Sequence[Lex]) -> Act | None:
        """ "Cheese to the dosa", "the idly as 3"."""
        for at, one in enumerate(lexes):
            if one.role == "by" and one.word in TARGETS and at:
                act = self._act("change", lexes[at + 1 :], lexes[:at])
                if act and is_for(act, one.word):
                    return act
            if one.role == "by" and one.word == "as" and at and not self._verb:
                return self._act("change", lexes[:at], lexes[at + 1 :])
        return None

    def _plain(self, phrase: Phrase, lexes: Sequence[Lex], *, instead: bool) -> Act:
        """ "One less", "one more of those", "my coffee large", "a tea instead", "a tea"."""
        only = self._verb == "just" and self._tokens[0].word in NO
        if only and phrase.dish and phrase.number is not None and not phrase.how:
            return Act("change", phrase, phrase, instead, lexes)  # "no, I only want one tea"
        new = phrase.dish or phrase.article or phrase.number is not None or phrase.more
        if self._verb == "add" and phrase.points and phrase.how and not new:
            return Act("change", None, phrase, instead, lexes)  # "can I get that without onion"
        if phrase.fewer and phrase.number is not None:
            return Act("less", phrase, phrase, instead, lexes)
        if phrase.more and phrase.points and phrase.share and not phrase.dish:
            return Act("more", None, replace(phrase, number=phrase.share), instead, lexes)
        if phrase.mine and phrase.dish and phrase.behind:
            return Act("own", phrase, phrase, instead, lexes)
        if instead and (phrase.dish or phrase.how):
            return Act("change", None, phrase, instead, lexes)
        kind: Kind = "just" if self._verb == "just" else "add"
        return Act(kind, None, phrase, instead, lexes, led=bool(self._verb))
