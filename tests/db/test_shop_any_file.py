"""Whatever stands in a shop file, it is refused in words or it can be written to the tables."""

import json
from copy import deepcopy
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from db.menu.problems import Json, MenuFileError
from db.shop.canonical import laid_over
from db.shop.diff import shop_diff
from db.shop.facts import ShopFacts
from db.shop.file import inspect_shop
from db.shop.format import ShopFile
from tests.support.shop_files import RICH

FACTS = ShopFacts(
    currency="INR",
    digits=2,
    dishes=frozenset({"idly"}),
    classes={"restaurant": "idly"},
    redeemed={"SAVE50": 7},
    has_provider=False,
)
RULES = ShopFile(currency="INR")
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["take_away", "2026-03-01T00:00:00Z", "restaurant", 10**30, -0.0, 1e-7, ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "parts", "class", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


def places(value: Json, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value of a document."""
    found = [place] if place else []
    if isinstance(value, dict):
        return found + [at for name, one in value.items() for at in places(one, (*place, name))]
    if isinstance(value, list):
        return found + [at for no, one in enumerate(value) for at in places(one, (*place, no))]
    return found


def put(document: Json, place: tuple[str | int, ...], value: Json) -> None:
    """Let something else stand there, if an earlier change has left the place."""
    *way, last = place
    for part in way:
        document = at(document, part)
    # An index past the end is a place an earlier change has taken away.
    if isinstance(document, dict):
        document[str(last)] = value
    elif isinstance(document, list) and isinstance(last, int) and last < len(document):
        document[last] = value


def at(value: Json, part: str | int) -> Json:
    """What is there, or None."""
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


CHANGE = st.tuples(st.sampled_from(places(RICH)), ODD)


@settings(max_examples=200, deadline=None)
@given(changes=st.lists(CHANGE, min_size=1, max_size=4))
def test_it_is_refused_in_words_or_it_is_right(
    changes: list[tuple[tuple[str | int, ...], Json]],
) -> None:
    document = deepcopy(RICH)
    for place, value in changes:
        put(document, place, value)
    text = json.dumps(document)
    try:
        rules = inspect_shop(Path("shop.json"), text, RULES, FACTS).rules
    except MenuFileError as refused:
        told = str(refused).splitlines()
    else:
        told = [f"{change}" for change in shop_diff(RULES, laid_over(RULES, rules)).lines()]
    assert told
    assert all(line.isprintable() for line in told)
