"""A chat completion as a server sends it, read with suspicion."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.intent.limits import rest_of
from bot.intent.provider import Answer, Price, ProviderError, Tokens

_MOST_COUNTED = 1_000_000


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Message(_Body):
    content: str | None = None


class _Choice(_Body):
    message: _Message
    finish_reason: str | None = None


class _Usage(_Body):
    prompt_tokens: int = Field(default=0, ge=0, le=_MOST_COUNTED)
    completion_tokens: int = Field(default=0, ge=0, le=_MOST_COUNTED)


class _Completion(_Body):
    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


def read_completion(body: str, headers: Mapping[str, str], price: Price | None) -> Answer:
    """The answer of a response's body, and what it took. Raises ProviderError."""
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        raise ProviderError("nonsense", "not a chat completion") from None
    usage = completion.usage or _Usage()
    prompt, answer = usage.prompt_tokens, usage.completion_tokens
    tokens = Tokens(prompt, answer, price.of(prompt, answer) if price else None)
    rest = rest_of(headers, prompt + answer)
    choice = next(iter(completion.choices), None)
    if choice is not None and choice.finish_reason == "length":
        raise ProviderError("length", "answer cut off", retry_after=rest, tokens=tokens)
    if choice is None or not choice.message.content:
        raise ProviderError("nonsense", "empty answer", retry_after=rest, tokens=tokens)
    return Answer(choice.message.content, tokens, rest)
