"""What a model provider is to the chain: one question, one answer or one kind of error."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from tools.kit.call import Json

ErrorKind = Literal["timeout", "rate_limited", "unreachable", "nonsense", "length"]
_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens; what a provider takes off for cached ones is not known."""

    prompt: Decimal
    completion: Decimal

    def of(self, prompt: int, completion: int) -> Decimal:
        """What so many tokens cost."""
        return (self.prompt * prompt + self.completion * completion) / _MILLION


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a provider says an answer took. `cost` is in US dollars; None: no price is known."""

    prompt: int = 0
    completion: int = 0
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """The unchanging part first, so that providers can cache it; the customer's text last."""

    system: str
    schema: Mapping[str, Json]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The model's text, meant to be JSON of the schema, and what it took.

    `rest` are seconds for which the provider has nothing left to give.
    """

    text: str
    tokens: Tokens = Tokens()
    rest: float = 0.0


class ProviderError(Exception):
    """A provider gave no usable answer.

    `retry_after` is in seconds, when it asked for a rest or has nothing left to give.
    """

    def __init__(
        self,
        kind: ErrorKind,
        detail: str = "",
        *,
        retry_after: float | None = None,
        tokens: Tokens = Tokens(),
    ) -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind: ErrorKind = kind
        self.retry_after = retry_after
        self.tokens = tokens


class Provider(Protocol):
    """A model behind a network."""

    @property
    def name(self) -> str:
        """What is recorded as having been asked."""
        ...

    async def ask(self, question: Question) -> Answer:
        """Ask once. Raises ProviderError for every failure; never retries."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...
