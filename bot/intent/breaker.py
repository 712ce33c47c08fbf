"""A circuit breaker: a provider that keeps failing is left alone for a while."""

from collections.abc import Callable

from bot.intent.provider import ProviderError

FAILURES = 3
REST = 30.0
LONGEST_REST = 3600.0


class Breaker:
    """Opens after three failures in a row, or at once for as long as a provider asks.

    Times are in seconds. An answer that makes no sense is no failure: what one customer types must
    not switch the model off for the others.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failures = 0
        self._closed_from = clock()

    def admits(self) -> bool:
        """Whether to ask now. After a rest one question probes; others wait for its outcome."""
        now = self._clock()
        if now < self._closed_from:
            return False
        if self._failures >= FAILURES:
            self._closed_from = now + REST
        return True

    def succeeded(self) -> None:
        """The provider answered: it is well."""
        self._failures = 0
        self._closed_from = self._clock()

    def failed(self, error: ProviderError) -> None:
        """The provider did not answer, or answered nonsense."""
        if error.kind in {"nonsense", "length"}:
            self.succeeded()
            return
        self._failures += 1
        now = self._clock()
        if error.retry_after is not None:
            self._closed_from = now + min(error.retry_after, LONGEST_REST)
        elif self._failures >= FAILURES:
            self._closed_from = now + REST
