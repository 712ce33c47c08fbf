"""The Groq provider over real HTTP: what it sends, and one kind of error for every failure."""

import socket
import traceback
from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from bot.intent.groq import GroqProvider
from bot.intent.provider import ErrorKind, Price, ProviderError, Question, Tokens
from tests.fakes.groq import FakeGroq, fake_groq

QUESTION = Question("You turn messages into calls.", {"type": "object"}, "add 2 idly")
KEY = "gsk-very-secret"


@pytest.fixture
async def server() -> AsyncIterator[FakeGroq]:
    async with fake_groq() as fake:
        yield fake


@pytest.fixture
async def groq(server: FakeGroq) -> AsyncIterator[GroqProvider]:
    provider = GroqProvider(KEY, base_url=server.url, timeout=20)
    yield provider
    await provider.close()


async def failure(provider: GroqProvider) -> ProviderError:
    with pytest.raises(ProviderError) as raised:
        await provider.ask(QUESTION)
    return raised.value


async def test_it_asks_for_a_strict_answer_with_the_text_last(
    server: FakeGroq, groq: GroqProvider
) -> None:
    server.answers({"tool": "help"}, tokens=(371, 24))
    answer = await groq.ask(QUESTION)
    assert answer.text == '{"calls": [{"tool": "help"}]}'
    assert answer.tokens == Tokens(371, 24)
    asked = server.asked[0]
    assert asked.path == "/openai/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.body == {
        "model": "openai/gpt-oss-20b",
        "messages": [
            {"role": "system", "content": QUESTION.system},
            {"role": "user", "content": "add 2 idly"},
        ],
        "temperature": 0,
        "max_completion_tokens": 512,
        "reasoning_effort": "low",
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "calls", "strict": True, "schema": {"type": "object"}},
        },
    }


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        ("", "/v1/chat/completions"),
        ("/", "/v1/chat/completions"),
        ("/v1", "/v1/chat/completions"),
        ("/v1/", "/v1/chat/completions"),
        ("/v1/chat/completions", "/v1/chat/completions"),
        ("/api/v1", "/api/v1/chat/completions"),
        ("/openai/v1", "/openai/v1/chat/completions"),
        ("/v1beta/openai", "/v1beta/openai/chat/completions"),
    ],
)
async def test_an_openai_compatible_server_is_asked_where_it_listens(
    server: FakeGroq, written: str, reached: str
) -> None:
    server.answers({"tool": "help"})
    provider = GroqProvider(KEY, model="qwen", base_url=server.url + written, compatible=True)
    await provider.ask(QUESTION)
    await provider.close()
    asked = server.asked[0]
    assert asked.path == reached
    assert asked.body["max_tokens"] == 512
    assert not {"reasoning_effort", "max_completion_tokens"} & set(asked.body)


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        ("/openai/v1", "/openai/v1/chat/completions"),
        ("/proxy/groq/v1/", "/proxy/groq/v1/chat/completions"),
    ],
)
async def test_groq_is_asked_where_its_address_says(
    server: FakeGroq, written: str, reached: str
) -> None:
    server.answers({"tool": "help"})
    provider = GroqProvider(KEY, base_url=server.url + written)
    await provider.ask(QUESTION)
    await provider.close()
    assert server.asked[0].path == reached


NO_SCHEMA = '{"error": {"message": "This model does not support response format `json_schema`"}}'


@pytest.mark.parametrize("status", [400, 422])
async def test_a_server_that_refuses_the_schema_is_told_it_from_then_on(
    server: FakeGroq, groq: GroqProvider, status: int
) -> None:
    server.sends(NO_SCHEMA, status=status)
    server.says('Sure!\n```json\n{"calls": [{"tool": "help"}]}\n```\nAnything else?')
    assert (await failure(groq)).kind == "nonsense"
    assert len(server.asked) == 1
    answer = await groq.ask(QUESTION)
    assert answer.text == '{"calls": [{"tool": "help"}]}'
    refused, told = (asked.body for asked in server.asked)
    assert "response_format" in refused
    assert "response_format" not in told
    messages = told["messages"]
    assert isinstance(messages, list)
    assert messages[1] == {"role": "user", "content": "add 2 idly"}
    system = messages[0]
    assert isinstance(system, dict)
    assert str(system["content"]).startswith(QUESTION.system)
    assert str(system["content"]).endswith('{"type":"object"}')


async def test_a_server_that_takes_no_notice_of_the_schema_is_told_it_from_then_on(
    server: FakeGroq, groq: GroqProvider
) -> None:
    server.says("I would add two idly.")
    server.says('<think>Hm.</think> {"calls": [{"tool": "help"}]}')
    assert (await groq.ask(QUESTION)).text == "I would add two idly."
    assert (await groq.ask(QUESTION)).text == '{"calls": [{"tool": "help"}]}'
    assert "response_format" not in server.asked[1].body


@pytest.mark.parametrize(
    "body",
    [
        '{"error": {"code": "json_validate_failed", "failed_generation": "response_format"}}',
        '{"error": {"message": "please reduce the length of the messages"}}',
    ],
)
async def test_what_a_customer_can_provoke_does_not_change_how_a_server_is_asked(
    server: FakeGroq, groq: GroqProvider, body: str
) -> None:
    server.sends(body, status=400)
    server.answers({"tool": "help"})
    assert (await failure(groq)).kind == "nonsense"
    await groq.ask(QUESTION)
    assert "response_format" in server.asked[1].body


async def test_a_price_makes_a_cost(server: FakeGroq) -> None:
    price = Price(Decimal("0.10"), Decimal("0.50"))
    provider = GroqProvider(KEY, base_url=server.url, price=price)
    server.answers({"tool": "help"}, tokens=(400, 40))
    answer = await provider.ask(QUESTION)
    await provider.close()
    assert answer.tokens == Tokens(400, 40, Decimal("0.00006"))


async def test_an_answer_tells_when_there_is_nothing_left_to_give(
    server: FakeGroq, groq: GroqProvider
) -> None:
    left = {"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "10m"}
    for tokens in ("439", "440"):
        server.answers(
            {"tool": "help"},
            headers={
                **left,
                "x-ratelimit-remaining-tokens": tokens,
                "x-ratelimit-reset-tokens": "52.5s",
            },
        )
    assert [(await groq.ask(QUESTION)).rest for _ in range(2)] == [52.5, 0.0]


@pytest.mark.parametrize("usage", ['{"prompt_tokens": -5}', '{"prompt_tokens": 1e30}'])
async def test_a_usage_that_cannot_be_is_nonsense(
    server: FakeGroq, groq: GroqProvider, usage: str
) -> None:
    server.sends(f'{{"choices": [{{"message": {{"content": "{{}}"}}}}], "usage": {usage}}}')
    assert (await failure(groq)).kind == "nonsense"


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, "nonsense"), (401, "unreachable"), (404, "unreachable"), (500, "unreachable")],
)
async def test_an_http_error_is_one_failed_question(
    server: FakeGroq, groq: GroqProvider, status: int, kind: ErrorKind
) -> None:
    server.sends('{"error": {"message": "no"}}', status=status)
    error = await failure(groq)
    assert error.kind == kind
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), ("0.5", 0.5), ("soon", None), ("-1", None), (None, None)]
)
async def test_too_many_requests_say_when_to_come_back(
    server: FakeGroq, groq: GroqProvider, header: str | None, seconds: float | None
) -> None:
    server.sends("{}", status=429, headers={} if header is None else {"Retry-After": header})
    error = await failure(groq)
    assert (error.kind, error.retry_after) == ("rate_limited", seconds)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body", ["", "<html>", "[]", '{"choices": []}', '{"choices": [{"message": {}}]}', "[" * 9000]
)
async def test_what_is_no_completion_is_nonsense(
    server: FakeGroq, groq: GroqProvider, body: str
) -> None:
    server.sends(body)
    assert (await failure(groq)).kind == "nonsense"


async def test_an_endless_answer_is_not_read_to_its_end(
    server: FakeGroq, groq: GroqProvider
) -> None:
    server.says("x" * 2_000_000)
    assert (await failure(groq)).kind == "nonsense"


async def test_an_answer_is_not_asked_for_compressed_and_not_unpacked(
    server: FakeGroq, groq: GroqProvider
) -> None:
    server.sends("a bomb", headers={"Content-Encoding": "gzip"})
    assert (await failure(groq)).kind == "unreachable"
    assert server.asked[0].headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("charset", ["hex", "idna", "undefined"])
async def test_an_encoding_an_answer_claims_to_have_counts_for_nothing(
    server: FakeGroq, groq: GroqProvider, charset: str, status: int
) -> None:
    server.sends(
        "{}", status=status, headers={"Content-Type": f"application/json; charset={charset}"}
    )
    assert (await failure(groq)).kind == ("nonsense" if status == 200 else "unreachable")


@pytest.mark.parametrize("content", ['{"calls": [{"to', "", None])
async def test_a_cut_answer_is_told_apart_and_its_tokens_are_counted(
    server: FakeGroq, groq: GroqProvider, content: str | None
) -> None:
    server.says(content, finish="length", tokens=(371, 512))
    error = await failure(groq)
    assert (error.kind, error.tokens) == ("length", Tokens(371, 512))


async def test_silence_is_a_timeout(server: FakeGroq) -> None:
    server.hangs()
    provider = GroqProvider(KEY, base_url=server.url, timeout=0.1)
    error = await failure(provider)
    await provider.close()
    assert error.kind == "timeout"


async def test_a_closed_port_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    provider = GroqProvider(KEY, base_url=f"http://127.0.0.1:{port}")
    error = await failure(provider)
    await provider.close()
    assert error.kind == "unreachable"


async def test_an_error_tells_neither_the_key_nor_the_message(
    server: FakeGroq, groq: GroqProvider
) -> None:
    server.sends(f'{{"error": {{"message": "bad key {KEY} for add 2 idly"}}}}', status=401)
    told = "".join(traceback.format_exception(await failure(groq)))
    assert KEY not in told
    assert "idly" not in told


async def test_a_mistyped_key_is_a_failed_question_too(server: FakeGroq) -> None:
    provider = GroqProvider("gsk-\u043a\u043b\u044e\u0447", base_url=server.url)
    error = await failure(provider)
    await provider.close()
    assert (error.kind, server.asked) == ("unreachable", [])
