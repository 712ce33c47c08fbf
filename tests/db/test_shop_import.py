"""A shop's rules are what its file says, no more and no less, and a file is imported whole."""

import json
from functools import partial
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.diff import Diff
from db.menu.problems import Json, MenuFileError
from db.shop.import_file import import_shop
from db.shop.provider import set_provider
from db.tenants import TenantError, add_tenant
from tests.support.records import count, everything
from tests.support.shop_files import RICH, Document, exported, put_file, rich
from tests.support.together import at_once, must
from tests.support.turns import Caller, line

README = Path(__file__).parents[2] / "db" / "README.md"
CODES = "select code, is_active, redeemed from cold.coupon order by code"


def test_what_is_imported_is_exported(dsn: str, tmp_path: Path) -> None:
    assert put_file(dsn, RICH, tmp_path)
    assert exported(dsn) == RICH


def test_the_example_of_the_readme_can_be_imported(dsn: str, tmp_path: Path) -> None:
    section = README.read_text("utf-8").partition("## The shop file")[2]
    example = section[section.index("    {") :].partition("\n\n")[0]
    (tmp_path / "shop.json").write_text(example, "utf-8")
    assert import_shop(dsn, "demo", tmp_path / "shop.json")
    assert json.loads(example).keys() == RICH.keys() - {"minor_units"}


def test_a_file_the_shop_is_equal_to_writes_nothing(
    dsn: str, db: Connection, tmp_path: Path
) -> None:
    put_file(dsn, RICH, tmp_path)
    before = everything(db)
    versions = db.execute("select ctid::text, xmin::text from cold.tenants").fetchall()
    assert not put_file(dsn, RICH, tmp_path)
    assert not put_file(dsn, exported(dsn), tmp_path)
    assert everything(db) == before
    assert db.execute("select ctid::text, xmin::text from cold.tenants").fetchall() == versions


def test_a_part_that_is_left_out_stays(dsn: str, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    put_file(dsn, {"currency": "INR", "prep_minutes": 5}, tmp_path)
    assert exported(dsn) == rich(prep_minutes=5)
    put_file(dsn, {"currency": "INR", "slots": None}, tmp_path)
    assert exported(dsn) == rich(prep_minutes=5, slots=None)


def test_what_a_part_leaves_out_is_gone(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    less: Document = {
        "currency": "INR",
        "money": {},
        "fees": [{"id": "bag", "name": "Bag", "flat": 0}],
        "order_types": [{"order_type": "dine_in"}],
        "payments": {"ways": ["card"]},
        "tables": [],
        "zones": [],
        "coupons": [],
        "receipts": {},
    }
    changes = put_file(dsn, less, tmp_path)
    assert len(changes.of("removed")) == 2 + 2 + 2 + 3 + 2 + 3
    for table in ("tax_part", "order_rule", "dining_table", "delivery_zone"):
        assert count(db, f"cold.{table}") == 0
    now = exported(dsn)
    assert now["fees"] == less["fees"]
    assert now["money"] == {
        "prices_include_tax": True, "rounding": 0, "tax_class": None, "taxes": []
    }  # fmt: skip
    assert now["payments"] == {"ways": ["card"], "upi_id": None}
    assert now["prep_minutes"] == 25


def test_a_code_that_is_left_out_ends_and_comes_back_with_what_it_has_counted(
    dsn: str, db: Connection, tmp_path: Path
) -> None:
    put_file(dsn, RICH, tmp_path)
    db.execute("update cold.coupon set redeemed = 7 where code = 'SAVE50'")
    (save,) = [code for code in _codes() if code["code"] == "SAVE50"]
    put_file(dsn, {"currency": "INR", "coupons": []}, tmp_path)
    assert db.execute(CODES).fetchall() == [
        ("IDLYFREE", False, 0), ("SAVE50", False, 7), ("TEN-PER_CENT", False, 0)
    ]  # fmt: skip
    assert exported(dsn)["coupons"] == []
    changes = put_file(dsn, {"currency": "INR", "coupons": [save]}, tmp_path)
    assert [str(change) for change in changes.of("added")] == ["+ coupon SAVE50"]
    assert db.execute(CODES).fetchall()[1] == ("SAVE50", True, 7)


def test_a_code_may_give_something_else(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    coupon: Json = {"code": "SAVE50", "free_item": "masala_dosa"}
    changes = put_file(dsn, {"currency": "INR", "coupons": [coupon]}, tmp_path)
    assert "~ coupon SAVE50: amount 50.00 -> none, free_item null" in "\n".join(changes.lines())
    assert exported(dsn)["coupons"] == [coupon]


def test_an_order_keeps_the_table_that_is_gone(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, {"currency": "INR", "tables": [{"table_no": "4"}]}, tmp_path)
    with Caller(dsn) as asha:
        asha.add_to_cart([line("idly")])
        asha.call("choose_table", "4")
        assert asha.checkout("dine_in").checkout
        put_file(dsn, {"currency": "INR", "tables": []}, tmp_path)
        order = asha.choose_payment("cash").order
    assert order
    assert order.table_no == "4"
    assert count(db, "cold.dining_table") == 0


def test_a_bad_file_changes_nothing(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    before = everything(db)
    with pytest.raises(MenuFileError) as refusal:
        put_file(dsn, rich(prep_minutes=30, cancel_until="later"), tmp_path)
    assert len(refusal.value.problems) == 1
    assert everything(db) == before


def test_a_failure_in_the_middle_changes_nothing(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    before = everything(db)
    # The codes are written last.
    db.execute("alter table cold.coupon add check (code <> 'LATE')")
    with pytest.raises(Exception, match="check constraint"):
        put_file(
            dsn,
            rich(fees=[], tables=[], prep_minutes=1, coupons=[{"code": "LATE", "amount": 1}]),
            tmp_path,
        )
    assert everything(db) == before


def test_what_was_shown_is_what_is_removed(dsn: str, tmp_path: Path) -> None:
    put_file(dsn, RICH, tmp_path)
    file = tmp_path / "less.json"
    file.write_text(json.dumps({"currency": "INR", "tables": []}))
    asked: list[list[str]] = []

    def agree(changes: Diff) -> None:
        asked.append([change.key for change in changes.of("removed")])
        if len(asked) == 1:
            put_file(dsn, {"currency": "INR", "tables": [{"table_no": "9"}]}, tmp_path)

    import_shop(dsn, "demo", file, agree)
    assert asked == [["4", "12", "A1"], ["9"]]
    assert exported(dsn)["tables"] == []


def test_another_shop_has_nothing_of_it(dsn: str, db: Connection, tmp_path: Path) -> None:
    add_tenant(dsn, slug="cafe", name="Café", currency="INR", time_zone="Asia/Kolkata")
    before = exported(dsn, "cafe")
    put_file(dsn, RICH, tmp_path)
    assert exported(dsn, "cafe") == before
    less = rich(coupons=[], money={}, fees=[])
    put_file(dsn, less, tmp_path, "cafe")
    assert exported(dsn) == RICH
    put_file(dsn, {"currency": "INR", "tables": [], "zones": []}, tmp_path, "cafe")
    assert exported(dsn) == RICH


def test_two_imports_at_once_end_as_one_of_them(dsn: str, tmp_path: Path) -> None:
    files = {}
    for name, document in (("a", RICH), ("b", rich(tables=[], zones=[], prep_minutes=1))):
        files[name] = tmp_path / f"{name}.json"
        files[name].write_text(json.dumps(document))
    must(at_once([partial(import_shop, dsn, "demo", files[name]) for name in "abababab"]))
    assert exported(dsn) in (RICH, rich(tables=[], zones=[], prep_minutes=1))


def test_the_provider_token_is_in_no_file(dsn: str, tmp_path: Path) -> None:
    set_provider(dsn, "demo", "123:TEST:secret")
    put_file(dsn, RICH, tmp_path)
    assert "secret" not in json.dumps(exported(dsn))
    with Caller(dsn) as asha:
        assert asha.json("payment_provider", asha.tenant) == "123:TEST:secret"
        set_provider(dsn, "demo", None)
        assert asha.json("payment_provider", asha.tenant) is None
    with pytest.raises(TenantError, match="no provider token"):
        set_provider(dsn, "demo", "two words")


def test_a_shop_that_is_not_there(dsn: str, tmp_path: Path) -> None:
    with pytest.raises(TenantError, match="there is no shop 'nowhere'"):
        put_file(dsn, RICH, tmp_path, "nowhere")


def _codes() -> list[Document]:
    codes = RICH["coupons"]
    assert isinstance(codes, list)
    return [{**code} for code in codes if isinstance(code, dict)]
