"""When a provider is left alone, and when it is tried again."""

import pytest

from bot.intent.breaker import REST, SHORTEST_REST, Breaker
from bot.intent.provider import ErrorKind, ProviderError
from tests.bot.intent.clock import Clock

DOWN = ProviderError("unreachable")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fails(breaker: Breaker, times: int, error: ProviderError = DOWN) -> None:
    for _ in range(times):
        assert breaker.admits()
        breaker.failed(error)


def test_two_failures_are_bad_luck_and_three_are_a_reason_to_rest(breaker: Breaker) -> None:
    fails(breaker, 2)
    assert breaker.admits()
    breaker.failed(DOWN)
    assert not breaker.admits()


def test_a_success_between_failures_starts_the_count_again(breaker: Breaker) -> None:
    fails(breaker, 2)
    breaker.succeeded()
    fails(breaker, 2)
    assert breaker.admits()


def test_after_the_rest_one_question_probes(breaker: Breaker, clock: Clock) -> None:
    fails(breaker, 3)
    clock.now += 29.9
    assert not breaker.admits()
    clock.now += 0.2
    assert breaker.admits()
    assert not breaker.admits()


def test_a_failed_probe_rests_again_and_a_good_one_ends_it(breaker: Breaker, clock: Clock) -> None:
    fails(breaker, 3)
    clock.now += 30
    fails(breaker, 1)
    clock.now += 29
    assert not breaker.admits()
    clock.now += 1
    assert breaker.admits()
    breaker.succeeded()
    fails(breaker, 2)
    assert breaker.admits()


def limited(seconds: float | None) -> ProviderError:
    return ProviderError("rate_limited", retry_after=seconds)


def test_it_rests_at_once_for_as_long_as_it_was_asked_to(breaker: Breaker, clock: Clock) -> None:
    fails(breaker, 1, limited(7))
    clock.now += 6.9
    assert not breaker.admits()
    clock.now += 0.2
    assert breaker.admits()


@pytest.mark.parametrize(("asked", "rest"), [(None, REST), (0, SHORTEST_REST)])
def test_a_limit_without_a_time_is_not_hammered(
    breaker: Breaker, clock: Clock, asked: float | None, rest: float
) -> None:
    fails(breaker, 1, limited(asked))
    clock.now += rest - 0.1
    assert not breaker.admits()
    clock.now += 0.2
    assert breaker.admits()


def test_no_provider_can_switch_itself_off_for_days(breaker: Breaker, clock: Clock) -> None:
    fails(breaker, 1, limited(1e9))
    clock.now += 3600
    assert breaker.admits()


def test_a_limit_is_no_failure(breaker: Breaker, clock: Clock) -> None:
    fails(breaker, 2)
    fails(breaker, 1, limited(1))
    clock.now += 1
    fails(breaker, 2)
    assert breaker.admits()


def test_a_provider_with_nothing_left_to_give_rests_although_it_is_well(
    breaker: Breaker, clock: Clock
) -> None:
    breaker.succeeded(12)
    clock.now += 11.9
    assert not breaker.admits()
    clock.now += 0.1
    assert breaker.admits()


def test_an_answer_that_was_under_way_does_not_end_a_rest(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(limited(60))
    breaker.succeeded()
    breaker.failed(ProviderError("nonsense"))
    clock.now += 59
    assert not breaker.admits()


@pytest.mark.parametrize("kind", ["nonsense", "length"])
def test_what_a_customer_can_provoke_does_not_count(breaker: Breaker, kind: ErrorKind) -> None:
    fails(breaker, 5, ProviderError(kind))
    assert breaker.admits()


@pytest.mark.parametrize("kind", ["timeout", "unreachable"])
def test_silence_and_refusal_count(breaker: Breaker, kind: ErrorKind) -> None:
    fails(breaker, 3, ProviderError(kind))
    assert not breaker.admits()
