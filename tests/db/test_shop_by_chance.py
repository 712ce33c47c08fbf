"""Any shop file that can be imported is exported as it was, and importing that changes nothing."""

import json
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from db.menu.problems import Json
from tests.support.servers import Server
from tests.support.shop_files import Document, exported, put_file

Some = SearchStrategy[object]
Drawn = SearchStrategy[dict[str, object]]

WORDS = st.text("aé'\"<&;%தமிழ் 1", min_size=1, max_size=20).map(str.strip).filter(bool)
IDS = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,11}\Z")
CODES = st.from_regex(r"\A[A-Z0-9_-]{2,12}\Z")
AMOUNTS = st.integers(0, 999_999_900)
FEES = st.integers(0, 10_000_000)
OFF = st.integers(1, 999_999_900)
MINUTES = st.integers(0, 1440)
TYPES = st.lists(st.sampled_from(["take_away", "dine_in", "delivery"]), max_size=3)
CLASSES = ("restaurant", "packaged", "box of 1")
AT = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.isoformat().replace("+00:00", "Z"))


def rate(most: int, decimals: int, least: int = 0) -> SearchStrategy[float]:
    """Per cents, as JSON has them."""
    return st.integers(least, most * 10**decimals).map(lambda n: n / 10**decimals)


def entry(required: dict[str, Some], **more: Some) -> Drawn:
    """An object with these fields, and perhaps some of the others."""
    return st.fixed_dictionaries(required, optional=more)


def listed(entries: Drawn, key: str, most: int = 4) -> SearchStrategy[list[dict[str, object]]]:
    """A list of them, each with a key of its own."""
    return st.lists(entries, max_size=most, unique_by=lambda one: str(one[key]).upper())


PART = entry({"name": WORDS, "rate": rate(100, 4)})
MONEY = entry(
    {"taxes": st.tuples(*(
        entry({"class": st.just(name),
               "parts": st.lists(PART, min_size=1, max_size=3, unique_by=lambda p: str(p["name"]))})
        for name in CLASSES)).map(list)},
    prices_include_tax=st.booleans(), rounding=st.sampled_from([0, 1, 5, 25, 100, 5000]),
    tax_class=st.sampled_from([None, *CLASSES]),
)  # fmt: skip
FEE = st.one_of([
    entry({"id": IDS, "name": WORDS, kind: amounts}, order_types=TYPES, free_from=AMOUNTS,
          tax_class=st.sampled_from([None, *CLASSES]))
    for kind, amounts in (("flat", FEES), ("per_piece", FEES), ("percent", rate(100, 2)))
])  # fmt: skip
PLACE: dict[str, Some] = {
    "latitude": st.floats(-90, 90), "longitude": st.floats(-180, 180),
    "radius_m": st.integers(1, 200_000),
}  # fmt: skip
AREAS: dict[str, Some] = {
    "areas": st.lists(WORDS.map(lambda word: f"{word}1"), min_size=1, max_size=3)
}
ZONE = st.one_of([
    entry({"id": IDS, "name": WORDS, "fee": FEES, **where}, free_from=AMOUNTS,
          minimum_order=AMOUNTS, minutes=MINUTES)
    for where in (PLACE, AREAS, PLACE | AREAS)
])  # fmt: skip
GIFTS: tuple[dict[str, Some], ...] = (
    {"amount": OFF},
    {"percent": rate(100, 4, 1)},
    {"percent": rate(100, 4, 1), "most": OFF},
    {"free_item": st.sampled_from(["idly", "masala_dosa"])},
)
COUPON = st.one_of([
    entry({"code": CODES, **gift}, minimum_order=AMOUNTS, order_types=TYPES, valid_from=AT,
          total_limit=st.integers(1, 9), customer_limit=st.integers(1, 9))
    for gift in GIFTS
])  # fmt: skip
OFFERED = entry(
    {"order_type": st.sampled_from(["take_away", "dine_in", "delivery"])}, minimum_order=AMOUNTS
)
SHOPS = entry(
    {"currency": st.just("INR"), "money": MONEY, "fees": listed(FEE, "id")},
    order_types=listed(OFFERED, "order_type").filter(bool),
    payments=entry(
        {"ways": st.permutations(["cash", "card", "upi", "telegram"]).map(lambda ways: ways[:3])},
        upi_id=st.sampled_from([None, "a.b-c@okaxis"]),
    ),
    tables=listed(
        entry({"table_no": st.from_regex(r"\A[A-Za-z0-9-]{1,12}\Z")}, seats=st.integers(1, 100)),
        "table_no",
    ),
    zones=listed(ZONE, "id"),
    slots=st.none() | entry({"minutes": st.integers(5, 240), "capacity": st.integers(1, 10_000)}),
    coupons=listed(COUPON, "code"),
    receipts=entry({}, legal_name=WORDS, address=WORDS, tax_number=WORDS,
                   prefix=st.from_regex(r"\A[A-Za-z0-9/-]{0,12}\Z")),
    prep_minutes=MINUTES,
    accept_minutes=st.none() | st.integers(1, 120),
    cancel_until=st.sampled_from(["never", "placed", "accepted", "preparing", "ready"]),
)  # fmt: skip


@pytest.fixture(scope="module")
def twins(server: Server) -> Iterator[tuple[str, str]]:
    """Two databases with the same shop, for all the files."""
    with server.database() as one, server.database() as other:
        yield one, other


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(file=SHOPS)
def test_it_comes_back_as_it_went(
    twins: tuple[str, str], tmp_path_factory: pytest.TempPathFactory, file: Document
) -> None:
    folder: Path = tmp_path_factory.getbasetemp()
    one, other = twins
    put_file(one, file, folder)
    written = exported(one)
    for name in file.keys() - {"money", "payments", "receipts"}:
        assert _sorted(written[name]) == _sorted(_told(name, file[name])), name
    assert not put_file(one, written, folder)
    assert not put_file(one, file, folder)
    put_file(other, written, folder)
    assert exported(other) == written


def _told(name: str, value: Json) -> Json:
    """What an export says of a part: of its entries only what is not as when left out."""
    left_out: dict[str, Json] = {"minimum_order": 0, "order_types": [], "tax_class": None}
    if name == "zones":
        left_out["minutes"] = 30
    if isinstance(value, list):
        return [
            {k: v for k, v in one.items() if k not in left_out or v != left_out[k]}
            for one in value
            if isinstance(one, dict)
        ]
    return value


def _sorted(value: Json) -> Json:
    if not isinstance(value, list):
        return value
    return sorted(value, key=lambda one: json.dumps(one, sort_keys=True))
