"""Rules in the order their tables have: two files that mean the same are equal."""

from db.menu.format import ORDER_TYPES
from db.shop.format import ShopFile


def canonical(rules: ShopFile) -> ShopFile:
    """The same rules; what has no order of its own is sorted."""
    money = rules.money
    sorted_ = {
        "money": money.model_copy(
            update={"taxes": sorted(money.taxes, key=lambda tax: tax.tax_class)}
        ),
        "order_types": sorted(
            rules.order_types, key=lambda offered: ORDER_TYPES.index(offered.order_type)
        ),
        "tables": sorted(rules.tables, key=lambda table: (len(table.table_no), table.table_no)),
        "coupons": sorted(rules.coupons, key=lambda coupon: coupon.code),
    }
    return rules.model_copy(
        update={name: part for name, part in sorted_.items() if name in rules.model_fields_set}
    )


def laid_over(rules: ShopFile, file: ShopFile) -> ShopFile:
    """The rules a shop has once a file is imported: a part the file leaves out stays as it is."""
    given = file.model_fields_set - {"currency", "minor_units"}
    return canonical(rules.model_copy(update={name: getattr(file, name) for name in given}))
