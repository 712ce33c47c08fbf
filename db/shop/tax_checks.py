"""What of taxes and rounding cannot be: a class of nothing, a coin nobody has."""

from collections.abc import Iterator

from db.menu.checks import find_doubles, require_known
from db.menu.problems import Findings, Place, shown
from db.shop.canonical import laid_over
from db.shop.facts import ShopFacts
from db.shop.format import Fee, Money, ShopFile
from db.shop.parts import ShopDraft

# 2.5 as well: there are quarters.
COINS = (1, 2, 5, 25)


def find_tax_contradictions(
    draft: ShopDraft, rules: ShopFile, facts: ShopFacts, findings: Findings
) -> None:
    """Look for everything a file contradicts itself, or the shop, in how a total is made."""
    _check_rounding(draft, facts, findings)
    find_doubles([tax.of for tax in draft.taxes], "class", lambda tax: tax.tax_class, findings)
    for tax in draft.taxes:
        find_doubles(tax.parts, "name", lambda part: part.name, findings)
    if not draft.has_classes:
        return
    after = laid_over(rules, draft.given())
    known = {tax.tax_class for tax in after.money.taxes}
    for place, name in _named(draft):
        require_known(place, name, known, "the tax classes", findings)
    if "money" in draft.objects:
        for name, what in _left(draft, after, facts):
            if name not in known:
                text = f"{shown(name)} is not there, the class of the {what}; add it, with a rate"
                findings.problem(("money", "taxes"), f"{text} of 0 if it is exempt")


def _check_rounding(draft: ShopDraft, facts: ShopFacts, findings: Findings) -> None:
    money = draft.part("money", Money)
    if money is None or not money.has("rounding") or not money.part.rounding:
        return
    smallest = 10 ** max(0, 2 - facts.digits)
    rounding, coin = money.part.rounding, money.part.rounding
    while coin % 10 == 0:
        coin //= 10
    if rounding % smallest or coin not in COINS:
        findings.problem(
            money.at("rounding"),
            f"{facts.currency} has no coin or note of {rounding // 100}.{rounding % 100:02}; "
            "take one, such as 100 for 1.00, or 0 not to round",
        )


def _named(draft: ShopDraft) -> Iterator[tuple[Place, str]]:
    """The tax classes the file names, but for `taxes` itself."""
    money = draft.part("money", Money)
    if money is not None and money.has("tax_class") and money.part.tax_class:
        yield money.at("tax_class"), money.part.tax_class
    for fee in draft.entries("fees", Fee):
        if fee.has("tax_class") and fee.part.tax_class:
            yield fee.at("tax_class"), fee.part.tax_class


def _left(draft: ShopDraft, after: ShopFile, facts: ShopFacts) -> Iterator[tuple[str, str]]:
    """The classes of what the file leaves as it is, each with one thing it is the class of.

    A shop that has no class at all charges no tax, whatever its menu says of its dishes.
    """
    if "fees" not in draft.lists:
        yield from ((fee.tax_class, f"fee {shown(fee.id)}") for fee in after.fees if fee.tax_class)
    if after.money.taxes:
        yield from ((name, f"dish {shown(item)}") for name, item in facts.classes.items())
