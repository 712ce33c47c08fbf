"""A circuit breaker: a provider that keeps failing, or is used up, is left alone for a while."""

from collections.abc import Callable

from bot.intent.provider import ProviderError

FAILURES = 3
REST = 30.0
SHORTEST_REST = 1.0
LONGEST_REST = 3600.0


class Breaker:
    """Opens after three failures in a row, or at once for as long as a provider asks.

    Times are in seconds. Neither of these is a failure: an answer that makes no sense, for what one
    customer types must not switch the model off for the others; and a limit that is reached, for
    then the provider is well and only has nothing left to give.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failures = 0
        self._broken_until = self._used_up_until = clock()

    def admits(self) -> bool:
        """Whether to ask now. After a rest one question probes; others wait for its outcome."""
        now = self._clock()
        if now < max(self._broken_until, self._used_up_until):
            return False
        if self._failures >= FAILURES:
            self._broken_until = now + REST
        return True

    def succeeded(self, rest: float = 0.0) -> None:
        """The provider is well; it has nothing more to give for `rest` seconds.

        Answers to questions asked before do not end a rest.
        """
        now = self._clock()
        self._failures = 0
        self._broken_until = now
        self._used_up_until = max(self._used_up_until, now + min(rest, LONGEST_REST))

    def failed(self, error: ProviderError) -> None:
        """The provider did not answer, or answered nonsense, or will answer later."""
        if error.kind == "rate_limited":
            asked = REST if error.retry_after is None else error.retry_after
            self.succeeded(max(asked, SHORTEST_REST))
        elif error.kind in {"nonsense", "length"}:
            self.succeeded(error.retry_after or 0.0)
        else:
            self._failures += 1
            if self._failures >= FAILURES:
                self._broken_until = self._clock() + REST
