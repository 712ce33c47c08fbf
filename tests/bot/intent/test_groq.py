"""The Groq provider over real HTTP: what it sends, and one kind of error for every failure."""

import socket
import traceback
from collections.abc import AsyncIterator

import pytest

from bot.intent.groq import GroqProvider
from bot.intent.provider import ErrorKind, ProviderError, Question, Tokens
from tests.fakes.groq import FakeGroq, fake_groq

QUESTION = Question("You turn messages into calls.", {"type": "object"}, "add 2 idly")
KEY = "gsk-very-secret"


@pytest.fixture
async def server() -> AsyncIterator[FakeGroq]:
    async with fake_groq() as fake:
        yield fake


@pytest.fixture
async def groq(server: FakeGroq) -> AsyncIterator[GroqProvider]:
    provider = GroqProvider(KEY, base_url=server.url, timeout=0.3)
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
    assert asked.authorization == f"Bearer {KEY}"
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


@pytest.mark.parametrize("slash", ["", "/"])
async def test_an_openai_compatible_server_is_asked_where_it_listens(
    server: FakeGroq, slash: str
) -> None:
    server.answers({"tool": "help"})
    provider = GroqProvider(KEY, model="qwen-small", base_url=f"{server.url}/api/v1{slash}")
    await provider.ask(QUESTION)
    await provider.close()
    assert server.asked[0].path == "/api/v1/chat/completions"
    assert "reasoning_effort" not in server.asked[0].body


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
    server.sends("{}", status=429, retry_after=header)
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


@pytest.mark.parametrize("content", ['{"calls": [{"to', "", None])
async def test_a_cut_answer_is_told_apart_and_its_tokens_are_counted(
    server: FakeGroq, groq: GroqProvider, content: str | None
) -> None:
    server.says(content, finish="length", tokens=(371, 512))
    error = await failure(groq)
    assert (error.kind, error.tokens) == ("length", Tokens(371, 512))


async def test_silence_is_a_timeout(server: FakeGroq, groq: GroqProvider) -> None:
    server.hangs()
    assert (await failure(groq)).kind == "timeout"


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
