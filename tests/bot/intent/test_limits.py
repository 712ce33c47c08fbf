"""What a provider's headers tell of its limits, in the forms Groq writes them."""

import pytest

from bot.intent.limits import rest_of, retry_after


def headers(**named: str) -> dict[str, str]:
    """`tokens_left` and `tokens_full`, `requests_left` and `requests_full`, as headers."""
    kinds = {"left": "remaining", "full": "reset"}
    told = {}
    for name, value in named.items():
        what, kind = name.split("_")
        told[f"x-ratelimit-{kinds[kind]}-{what}"] = value
    return told


@pytest.mark.parametrize(
    ("span", "seconds"),
    [("7.66s", 7.66), ("2m59.56s", 179.56), ("1h2m3s", 3723), ("500ms", 0.5), ("1d", 86400)],
)
def test_spans_as_groq_writes_them(span: str, seconds: float) -> None:
    assert rest_of(headers(requests_left="0", requests_full=span), 440) == pytest.approx(seconds)


@pytest.mark.parametrize("span", ["", "soon", "-3s", "5", "3s later", "nans", "1e9s"])
def test_what_is_no_span_asks_for_no_rest(span: str) -> None:
    assert rest_of(headers(requests_left="0", requests_full=span), 440) == 0


def test_while_another_answer_fits_there_is_no_rest() -> None:
    told = headers(requests_left="1", requests_full="9h", tokens_left="440", tokens_full="55s")
    assert rest_of(told, 440) == 0
    assert rest_of(told, 441) == 55


def test_of_two_limits_the_longer_rest_counts() -> None:
    told = headers(requests_left="0", requests_full="90s", tokens_left="10", tokens_full="55s")
    assert rest_of(told, 440) == 90


def test_no_header_no_rest() -> None:
    assert rest_of({}, 440) == 0
    assert retry_after({}) is None


def test_a_refusal_asks_for_a_time_or_tells_its_limits() -> None:
    limits = headers(requests_left="0", requests_full="2m")
    assert retry_after({"retry-after": "7", **limits}) == 7
    assert retry_after(limits) == 120
    assert retry_after({"retry-after": "Sat, 21 Nov 2026 15:00:00 GMT"}) is None
