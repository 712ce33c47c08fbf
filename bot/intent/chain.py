"""Who reads a message: one model provider at most, within one deadline, and the rules behind it."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.intent.answer import parse_answer
from bot.intent.breaker import Breaker
from bot.intent.clean import clean
from bot.intent.offered import offered
from bot.intent.prompt import system_prompt
from bot.intent.provider import Answer, Provider, ProviderError, Question, Tokens
from bot.intent.reading import Classifier, Reading
from bot.intent.rules.given.coupon import Given, find_coupon
from bot.intent.rules.given.dietary import never_lost
from bot.intent.rules.given.place import find_place
from bot.intent.rules.given.placed import find_placed
from bot.intent.schema import intent_schema
from bot.intent.spoken import Spoken, spoken_tools
from bot.reply import Usage
from tools.kit.call import Call, Json
from tools.kit.registry import Registry
from tools.kit.turn import Role
from tools.menu import Menu

DEADLINE = 2.5
SURE = 0.9
"""How confident a reading of the rules is that may spare the call of a model."""
PLAUSIBLE = 0.7
"""How confident it is that may stand in for a model's: less, and it has passed over words."""


@dataclass(frozen=True, slots=True)
class _Brief:
    """What a model is told."""

    system: str
    schema: Mapping[str, Json]
    tools: Mapping[str, Spoken]


class Chain:
    """Asks the first provider that is well, once; whatever it does not answer, the rules do.

    What a message states of allergies and diets is carried out whatever the model made of it; a
    promo code, a table, an address and what is about a placed order are read without one.

    A second provider is asked only while the first one's breaker is open or its limit is used up:
    one model call a message. None is made where the rules are sure to have read a tool that models
    are not told of, such as the choice of a language; with `fast_path` none where they are sure.
    """

    def __init__(
        self,
        providers: Sequence[Provider],
        rules: Classifier,
        registry: Registry,
        *,
        deadline: float = DEADLINE,
        fast_path: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._providers = [(provider, Breaker(clock)) for provider in providers]
        self._rules = rules
        self._deadline = deadline
        self._fast_path = fast_path
        self._clock = clock
        self._registry = registry
        self._briefs: dict[tuple[Role, frozenset[str] | None], _Brief] = {}
        self._log = logging.getLogger(__name__)

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        """The calls the sentence means. Text without a word in it is not worth a call."""
        said = clean(text)
        if not said:
            return Reading((Call("not_understood"),), "rules")
        given = _given(said) if role == "customer" else None
        if given is None:
            return await self._read(said, menu, role, may)
        if not given.rest:
            return Reading((given.call,), "rules")
        others = await self._read(given.rest, menu, role, may)
        instead = given.among(others.instead) if others.instead else ()
        return replace(others, calls=given.among(others.calls), instead=instead)

    async def _read(self, said: str, menu: Menu, role: Role, may: frozenset[str] | None) -> Reading:
        brief = self._brief(role, may)
        by_rules = await self._rules.read(said, menu, role)
        if not brief.tools or self._spares_the_call(by_rules, brief):
            return by_rules
        chosen = next((each for each in self._providers if each[1].admits()), None)
        if chosen is None:
            return by_rules
        calls, usage = await self._ask(*chosen, brief, said)
        if calls is None:
            return replace(by_rules, usage=usage)
        kept = never_lost(calls, said) if role == "customer" else calls
        instead = by_rules.calls if by_rules.confidence >= PLAUSIBLE else ()
        return Reading(kept, "llm", usage, instead=instead)

    def _brief(self, role: Role, may: frozenset[str] | None) -> _Brief:
        """Made once for each set of rights: there are as many as pairs of a role and a room."""
        if (role, may) not in self._briefs:
            tools = offered(self._registry.for_role(role), may)
            brief = _Brief(system_prompt(tools), intent_schema(tools), spoken_tools(tools))
            self._briefs[role, may] = brief
        return self._briefs[role, may]

    def _spares_the_call(self, by_rules: Reading, brief: _Brief) -> bool:
        """Whether the rules are sure, and that is enough or no model could say what they read."""
        told = all(call.tool in brief.tools for call in by_rules.calls)
        return by_rules.confidence >= SURE and (self._fast_path or not told)

    async def _ask(
        self, provider: Provider, breaker: Breaker, brief: _Brief, text: str
    ) -> tuple[tuple[Call, ...] | None, Usage]:
        """The provider's calls, or None when it failed in any way; and what it cost, either way."""
        began = self._clock()
        calls: tuple[Call, ...] | None = None
        tokens = Tokens()
        try:
            answer = await self._in_time(provider, Question(brief.system, brief.schema, text))
            breaker.succeeded(answer.rest)
            tokens = answer.tokens
            calls = parse_answer(answer.text, brief.tools)
        except ProviderError as error:
            breaker.failed(error)
            tokens = error.tokens
            self._log.warning("%s did not answer: %s", provider.name, error)
        spent = (self._clock() - began) * 1000
        return calls, Usage(1, provider.name, tokens.prompt, tokens.completion, spent, tokens.cost)

    async def _in_time(self, provider: Provider, question: Question) -> Answer:
        try:
            async with asyncio.timeout(self._deadline):
                return await provider.ask(question)
        except TimeoutError:
            raise ProviderError("timeout", f"after {self._deadline} s") from None


def _given(said: str) -> Given | None:
    """What is read without a model: a promo code, a place, and what is about a placed order."""
    return find_coupon(said) or find_place(said) or find_placed(said)
