"""What a model provider is to the chain: one question, one answer or one kind of error."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from tools.kit.call import Json

ErrorKind = Literal["timeout", "rate_limited", "unreachable", "nonsense", "length"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a provider says an answer took."""

    prompt: int = 0
    completion: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """The unchanging part first, so that providers can cache it; the customer's text last."""

    system: str
    schema: Mapping[str, Json]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The model's text, meant to be JSON of the schema, and what it took."""

    text: str
    tokens: Tokens = Tokens()


class ProviderError(Exception):
    """A provider gave no usable answer. `retry_after` is in seconds, when it asked for a rest."""

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
