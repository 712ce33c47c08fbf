"""Shop files for tests: one with everything the format has, and how to import and export them."""

import json
from copy import deepcopy
from pathlib import Path

from db.menu.diff import Diff
from db.menu.problems import Json
from db.shop.document import shop_json
from db.shop.import_file import import_shop
from db.shop.rules import shop_rules
from db.tenants import acting_for

Document = dict[str, Json]

# One of everything; the demo shop's dishes are of the classes "restaurant" and "packaged".
RICH: Document = {
    "currency": "INR",
    "minor_units": 100,
    "money": {
        "prices_include_tax": False,
        "rounding": 100,
        "tax_class": "restaurant",
        "taxes": [
            {"class": "packaged", "parts": [{"name": "GST", "rate": 12}]},
            {
                "class": "restaurant",
                "parts": [{"name": "SGST", "rate": 2.5}, {"name": "CGST", "rate": 2.5}],
            },
        ],
    },
    "fees": [
        {"id": "service", "name": "Service", "percent": 7.25, "order_types": ["dine_in"]},
        {"id": "box", "name": "Box", "per_piece": 500, "tax_class": "packaged"},
        {"id": "bag", "name": "Bag <b>&", "flat": 1050, "free_from": 50000},
    ],
    "order_types": [
        {"order_type": "take_away"},
        {"order_type": "dine_in", "minimum_order": 5000},
        {"order_type": "delivery", "minimum_order": 20000, "usual": True},
    ],
    "payments": {"ways": ["upi", "cash"], "upi_id": "tiffin.room@okaxis"},
    "tables": [{"table_no": "4"}, {"table_no": "12", "seats": 6}, {"table_no": "A1", "seats": 2}],
    "zones": [
        {"id": "near", "name": "Near", "latitude": 12.9716, "longitude": -77.5946001,
         "radius_m": 2500, "fee": 2000, "free_from": 40000, "minutes": 15},
        {"id": "lake", "name": "Lake View", "areas": ["560 034", "Lake View"], "fee": 0,
         "minimum_order": 30000},
    ],
    "slots": {"minutes": 30, "capacity": 4},
    "coupons": [
        {"code": "IDLYFREE", "free_item": "idly", "order_types": ["take_away"]},
        {"code": "SAVE50", "amount": 5000, "minimum_order": 30000, "total_limit": 100},
        {"code": "TEN-PER_CENT", "percent": 10.125, "most": 7500, "customer_limit": 1,
         "valid_from": "2026-03-01T00:00:00Z", "valid_until": "2026-04-01T00:00:00.000001Z"},
    ],
    "receipts": {
        "legal_name": "Tiffin Room, Unlimited",
        "address": "1 Example Street\nChennai",
        "tax_number": "33TEST",
        "prefix": "TR/26-",
    },
    "prep_minutes": 25,
    "accept_minutes": 12,
    "cancel_until": "accepted",
}  # fmt: skip


def rich(**parts: Json) -> Document:
    """The rich file with other parts."""
    return {**deepcopy(RICH), **parts}


def put_file(dsn: str, document: Json, folder: Path, slug: str = "demo") -> Diff:
    """Import a document."""
    file = folder / "shop.json"
    file.write_text(json.dumps(document), "utf-8")
    return import_shop(dsn, slug, file)


def exported(dsn: str, slug: str = "demo") -> Document:
    """What a shop's export holds."""
    with acting_for(dsn, slug) as connection:
        document: Document = json.loads(shop_json(shop_rules(connection, slug)))
    return document
