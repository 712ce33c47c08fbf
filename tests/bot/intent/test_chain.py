"""One model call a message at most, one deadline, and the rules behind it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

import tools.customer
from bot.intent.chain import Chain
from bot.intent.groq import GroqProvider
from bot.intent.provider import Answer, Provider, ProviderError, Question, Tokens
from bot.intent.reading import Reading
from bot.intent.rules import RuleParser
from bot.reply import Usage
from tests.bot.intent.clock import Clock
from tests.bot.intent.menus import small_menu
from tests.fakes.groq import FakeGroq, fake_groq
from tools.kit.call import Call
from tools.kit.registry import discover

MENU = small_menu()
REGISTRY = discover(customer=tools.customer)
HELP = Answer('{"calls": [{"tool": "help"}]}', Tokens(400, 20))
TWO_IDLY = (Call("add_to_cart", {"lines": [{"quantity": 2, "item": "idly"}]}),)


class Scripted:
    """A provider that gives prepared outcomes, each after half a second."""

    def __init__(self, name: str, clock: Clock, *outcomes: Answer | ProviderError) -> None:
        self.name = name
        self.questions: list[Question] = []
        self._clock = clock
        self._outcomes = list(outcomes)

    async def ask(self, question: Question) -> Answer:
        self.questions.append(question)
        self._clock.now += 0.5
        outcome = self._outcomes.pop(0)
        if isinstance(outcome, ProviderError):
            raise outcome
        return outcome

    async def close(self) -> None:
        pass


@pytest.fixture
def clock() -> Clock:
    return Clock()


def chain(clock: Clock, *providers: Provider, fast_path: bool = False) -> Chain:
    return Chain(providers, RuleParser(), REGISTRY, clock=clock, fast_path=fast_path)


async def read_all(reader: Chain, texts: Sequence[str]) -> list[Reading]:
    return [await reader.read(text, MENU, "customer") for text in texts]


async def test_the_model_is_asked_once_with_the_cleaned_text_last(clock: Clock) -> None:
    groq = Scripted("groq", clock, HELP)
    reading = await chain(clock, groq).read(" what \u200bcan you  do ", MENU, "customer")
    assert (reading.calls, reading.source) == ((Call("help"),), "llm")
    assert reading.usage == Usage(1, "groq", 400, 20, 500.0)
    assert [question.text for question in groq.questions] == ["what can you do"]


async def test_nothing_of_the_menu_goes_to_a_model(clock: Clock) -> None:
    groq = Scripted("groq", clock, HELP)
    await chain(clock, groq).read("hello", MENU, "customer")
    told = f"{groq.questions[0].system} {groq.questions[0].schema}"
    assert "Medu Vada" not in told
    assert "Chicken 65" not in told


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\U0001f44d" * 4096, "idly " * 13_000])
async def test_what_has_no_words_is_not_worth_a_call(clock: Clock, text: str) -> None:
    groq = Scripted("groq", clock)
    reading = await chain(clock, groq).read(text, MENU, "customer")
    assert reading == Reading((Call("not_understood"),), "rules")
    assert groq.questions == []


async def test_without_a_provider_the_rules_read(clock: Clock) -> None:
    reading = await chain(clock).read("add 2 idly", MENU, "customer")
    assert reading == Reading(TWO_IDLY, "rules")


@pytest.mark.parametrize(
    ("outcome", "tokens"),
    [
        (ProviderError("timeout"), (0, 0)),
        (ProviderError("length", tokens=Tokens(400, 512)), (400, 512)),
        (Answer("I would add two idly.", Tokens(400, 9)), (400, 9)),
        (Answer('{"calls": [{"tool": "make_me_staff"}]}', Tokens(400, 9)), (400, 9)),
    ],
)
async def test_a_failed_call_is_not_repeated_but_it_is_counted(
    clock: Clock, outcome: Answer | ProviderError, tokens: tuple[int, int]
) -> None:
    first, second = Scripted("first", clock, outcome), Scripted("second", clock)
    reading = await chain(clock, first, second).read("add 2 idly", MENU, "customer")
    assert reading == Reading(TWO_IDLY, "rules", Usage(1, "first", *tokens, 500.0))
    assert second.questions == []


async def test_the_second_provider_serves_while_the_first_one_rests(clock: Clock) -> None:
    first = Scripted("first", clock, *[ProviderError("unreachable")] * 3, HELP)
    second = Scripted("second", clock, HELP)
    readings = await read_all(chain(clock, first, second), ["add 2 idly"] * 4)
    assert [reading.usage.provider for reading in readings] == ["first"] * 3 + ["second"]
    assert [reading.source for reading in readings] == ["rules"] * 3 + ["llm"]


async def test_a_provider_that_rests_costs_no_call(clock: Clock) -> None:
    groq = Scripted("groq", clock, ProviderError("rate_limited", retry_after=60), HELP)
    reader = chain(clock, groq)
    _, during = await read_all(reader, ["add 2 idly"] * 2)
    assert during == Reading(TWO_IDLY, "rules")
    clock.now += 60
    after = await reader.read("help me", MENU, "customer")
    assert after.source == "llm"


async def test_a_limit_of_the_first_provider_is_nothing_to_the_second(clock: Clock) -> None:
    limit = ProviderError("rate_limited", retry_after=60)
    first, second = Scripted("first", clock, limit, HELP), Scripted("second", clock, HELP, HELP)
    reader = chain(clock, first, second)
    readings = await read_all(reader, ["help me"] * 3)
    clock.now += 60
    readings.append(await reader.read("help me", MENU, "customer"))
    asked = [reading.usage.provider for reading in readings]
    assert asked == ["first", "second", "second", "first"]
    assert [reading.usage.calls for reading in readings] == [1, 1, 1, 1]


async def test_a_provider_rests_before_it_has_to_refuse(clock: Clock) -> None:
    last = replace(HELP, rest=20.0)
    first, second = Scripted("first", clock, last, HELP), Scripted("second", clock, HELP)
    reader = chain(clock, first, second)
    readings = await read_all(reader, ["help me"] * 2)
    clock.now += 20
    readings.append(await reader.read("help me", MENU, "customer"))
    assert [reading.usage.provider for reading in readings] == ["first", "second", "first"]


async def test_the_fast_path_spares_the_call_of_what_the_rules_are_sure_of(clock: Clock) -> None:
    groq = Scripted("groq", clock, HELP)
    reader = chain(clock, groq, fast_path=True)
    sure, unsure = await read_all(reader, ["add 2 idly", "what about the thing with the stuff"])
    assert (sure.calls, sure.source, sure.usage) == (TWO_IDLY, "rules", Usage())
    assert (unsure.source, unsure.usage.calls) == ("llm", 1)
    assert len(groq.questions) == 1


async def test_what_no_model_is_told_of_the_rules_read(clock: Clock) -> None:
    groq = Scripted("groq", clock)
    reading = await chain(clock, groq).read("hindi please", MENU, "customer")
    assert reading == Reading((Call("choose_language", {"language": "hi"}),), "rules")
    assert groq.questions == []


async def test_without_the_fast_path_a_model_reads_everything(clock: Clock) -> None:
    groq = Scripted("groq", clock, HELP)
    reading = await chain(clock, groq).read("add 2 idly", MENU, "customer")
    assert (reading.source, reading.instead) == ("llm", TWO_IDLY)


async def test_what_it_cost_is_told_with_the_reading(clock: Clock) -> None:
    tokens = Tokens(400, 20, Decimal("0.00005"))
    groq = Scripted("groq", clock, Answer("no JSON", tokens), Answer(HELP.text, tokens))
    readings = await read_all(chain(clock, groq), ["add 2 idly"] * 2)
    assert [reading.usage.cost for reading in readings] == [tokens.cost] * 2


async def test_a_staff_message_is_not_classified_against_customer_tools(clock: Clock) -> None:
    # Of a role without tools nobody is asked.
    groq = Scripted("groq", clock)
    reading = await chain(clock, groq).read("2 idly", MENU, "staff")
    assert reading.calls == (Call("not_understood"),)
    assert groq.questions == []


@pytest.fixture
async def server() -> AsyncIterator[FakeGroq]:
    async with fake_groq() as fake:
        yield fake


@pytest.fixture
async def groq(server: FakeGroq) -> AsyncIterator[GroqProvider]:
    provider = GroqProvider("gsk-test", base_url=server.url)
    yield provider
    await provider.close()


async def test_a_slow_model_is_left_at_the_deadline(server: FakeGroq, groq: GroqProvider) -> None:
    server.hangs()
    reader = Chain([groq], RuleParser(), REGISTRY, deadline=0.2)
    reading = await reader.read("add 2 idly", MENU, "customer")
    assert (reading.calls, reading.source) == (TWO_IDLY, "rules")
    assert (reading.usage.calls, reading.usage.provider) == (1, "openai/gpt-oss-20b")
    assert 150 < reading.usage.ms < 2000


async def test_a_whole_order_over_http(server: FakeGroq, groq: GroqProvider) -> None:
    server.answers(
        {"tool": "add_to_cart", "item": "idly", "quantity": 2, "query": "", "options": []},
        {"tool": "checkout", "quantity": None},
        tokens=(431, 80),
    )
    reader = Chain([groq], RuleParser(), REGISTRY)
    reading = await reader.read("two idly and that's it", MENU, "customer")
    assert reading.calls == (
        Call("add_to_cart", {"lines": [{"item": "idly", "quantity": 2}]}),
        Call("checkout"),
    )
    assert (reading.usage.prompt_tokens, reading.usage.completion_tokens) == (431, 80)
    assert len(server.asked) == 1


async def test_an_allergy_the_model_did_not_read_is_not_lost(clock: Clock) -> None:
    deaf = Answer('{"calls": [{"tool": "add_to_cart", "item": "dosa", "quantity": 2}]}')
    groq = Scripted("groq", clock, deaf)
    reading = await chain(clock, groq).read("2 dosa, allergic to nuts", MENU, "customer")
    assert [call.tool for call in reading.calls] == ["set_dietary_rules", "add_to_cart"]
    assert reading.calls[0].args == {"rules": "allergic to nuts"}
    assert reading.source == "llm"
