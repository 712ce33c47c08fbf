"""Groq, and every server that speaks its API. Import it late: the SDK takes 0.6 s."""

import groq
import httpx
from groq.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.intent.provider import Answer, ProviderError, Question, Tokens
from bot.intent.transport import AnswerTooLong, OpenAiPath

DEFAULT_MODEL = "openai/gpt-oss-20b"
_MOST_TOKENS = 512


class GroqProvider:
    """One model on one server.

    `base_url` is None for Groq itself. One that ends in `/v1` is an OpenAI-compatible server, as
    such servers are usually written; to any other the SDK adds `/openai/v1`.
    """

    def __init__(
        self,
        api_key: str,
        *,
        model: str = DEFAULT_MODEL,
        base_url: str | None = None,
        timeout: float = 4.0,
    ) -> None:
        self.name = model
        self._model = model
        self._client = groq.AsyncGroq(
            api_key=api_key,
            base_url=None if base_url is None else base_url.rstrip("/").removesuffix("/v1"),
            max_retries=0,
            timeout=timeout,
            http_client=httpx.AsyncClient(
                transport=OpenAiPath((base_url or "").rstrip("/").endswith("/v1")), timeout=timeout
            ),
        )

    async def ask(self, question: Question) -> Answer:
        """Ask once. Raises ProviderError, which never holds the key or the customer's text."""
        try:
            response = await self._send(question)
        except groq.APITimeoutError:
            raise ProviderError("timeout") from None
        except groq.RateLimitError as error:
            wait = _seconds(error.response.headers.get("retry-after"))
            raise ProviderError("rate_limited", retry_after=wait) from None
        except groq.BadRequestError:
            raise ProviderError("nonsense", "HTTP 400") from None
        except groq.APIStatusError as error:
            raise ProviderError("unreachable", f"HTTP {error.status_code}") from None
        except groq.APIConnectionError as error:
            cause = type(error.__cause__)
            raise ProviderError(
                "nonsense" if cause is AnswerTooLong else "unreachable", cause.__name__
            ) from None
        except UnicodeError:
            raise ProviderError("unreachable", "the API key is not ASCII") from None
        return _read(response)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _send(self, question: Question) -> str:
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": question.system},
            {"role": "user", "content": question.text},
        ]
        schema: dict[str, object] = dict(question.schema)
        response = await self._client.chat.completions.with_raw_response.create(
            model=self._model,
            messages=messages,
            temperature=0,
            max_completion_tokens=_MOST_TOKENS,
            reasoning_effort="low" if "gpt-oss" in self._model else groq.omit,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "calls", "strict": True, "schema": schema},
            },
        )
        return await response.text()


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Message(_Body):
    content: str | None = None


class _Choice(_Body):
    message: _Message
    finish_reason: str | None = None


class _Usage(_Body):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(_Body):
    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


def _read(response: str) -> Answer:
    try:
        completion = _Completion.model_validate_json(response)
    except ValidationError:
        raise ProviderError("nonsense", "not a chat completion") from None
    usage = completion.usage or _Usage()
    tokens = Tokens(usage.prompt_tokens, usage.completion_tokens)
    choice = next(iter(completion.choices), None)
    if choice is None or not choice.message.content:
        cut = choice is not None and choice.finish_reason == "length"
        raise ProviderError("length" if cut else "nonsense", "empty answer", tokens=tokens)
    if choice.finish_reason == "length":
        raise ProviderError("length", "answer cut off", tokens=tokens)
    return Answer(choice.message.content, tokens)


def _seconds(header: str | None) -> float | None:
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None
