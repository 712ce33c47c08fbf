"""Reads the parts of a shop document one by one, so that one broken part hides no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from db.menu.format import Part
from db.menu.parts import Node, P, Read, nodes, read_list, read_part
from db.menu.problems import Findings, Json, Place, shown
from db.shop.format import (
    Coupon,
    DiningTable,
    Fee,
    Money,
    OfferedType,
    Payments,
    Receipts,
    ShopFile,
    Slots,
    TaxClass,
    TaxPart,
    Zone,
)

LISTS: Mapping[str, type[Part]] = {
    "fees": Fee,
    "order_types": OfferedType,
    "tables": DiningTable,
    "zones": Zone,
    "coupons": Coupon,
}
OBJECTS: Mapping[str, type[Part]] = {
    "money": Money,
    "payments": Payments,
    "slots": Slots,
    "receipts": Receipts,
}


@dataclass(frozen=True, slots=True)
class ReadClass:
    """A tax class, and its parts one by one."""

    of: Read[TaxClass]
    parts: Sequence[Read[TaxPart]] = ()


@dataclass(frozen=True, slots=True)
class ShopDraft:
    """A shop document, as far as it could be read. What it does not have is in no mapping.

    `has_classes`: every tax class it has is among `taxes`.
    """

    head: Read[ShopFile]
    objects: Mapping[str, Read[Part] | None] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Read[Part]]] = field(default_factory=dict)
    taxes: Sequence[ReadClass] = ()
    has_classes: bool = True

    def entries(self, name: str, model: type[P]) -> list[Read[P]]:
        """The entries of a list of that kind."""
        return [_as(model, read) for read in self.lists.get(name, ())]

    def part(self, name: str, model: type[P]) -> Read[P] | None:
        """An object of that kind, if the document has it and it is not null."""
        read = self.objects.get(name)
        return None if read is None else _as(model, read)

    def given(self) -> ShopFile:
        """What the document says. Only a document without problems is what it seems."""
        parts = {name: read and read.part for name, read in self.objects.items()}
        money = self.part("money", Money)
        if money is not None:
            taxes = [tax.of.part for tax in self.taxes]
            parts["money"] = money.part.model_copy(update={"taxes": taxes})
        lists = {name: [read.part for read in reads] for name, reads in self.lists.items()}
        return self.head.part.model_copy(update={**parts, **lists})


def read_shop(document: Json, findings: Findings) -> ShopDraft | None:
    """Read every part; what is wrong with it goes to the findings. None: nothing to read."""
    if not isinstance(document, dict):
        if not findings:
            example = 'an object {"currency": …, "money": …, "fees": …}'
            findings.problem((), f"is {shown(document)}; a shop file is {example}")
        return None
    flat = {name: document[name] for name in document if name not in {*LISTS, *OBJECTS}}
    money = document.get("money")
    listed = money.get("taxes", []) if isinstance(money, dict) else []
    taxes = _taxes(money, findings) if isinstance(money, dict) else []
    return ShopDraft(
        head=read_part(ShopFile, flat, (), findings),
        objects=dict(_objects(document, findings)),
        lists={
            name: read_list(model, document, (name,), findings)
            for name, model in LISTS.items()
            if name in document
        },
        taxes=taxes,
        has_classes=isinstance(listed, list)
        and len(taxes) == len(listed)
        and all(tax.of.has("class") for tax in taxes),
    )


def _objects(document: Node, findings: Findings) -> Iterator[tuple[str, Read[Part] | None]]:
    for name, model in OBJECTS.items():
        value = document.get(name)
        if isinstance(value, dict):
            flat = {field: value[field] for field in value if (name, field) != ("money", "taxes")}
            yield name, read_part(model, flat, (name,), findings)
        elif name in document and (value is not None or model is not Slots):
            findings.problem((name,), f"{shown(value)} cannot be used; it takes an object")
        elif name in document:
            yield name, None


def _taxes(money: Node, findings: Findings) -> list[ReadClass]:
    return [
        _tax_class(node, at, findings) for at, node in nodes(money, ("money", "taxes"), findings)
    ]


def _tax_class(node: Node, place: Place, findings: Findings) -> ReadClass:
    listed = node.get("parts")
    if not isinstance(listed, list) or not listed:
        return ReadClass(read_part(TaxClass, node, place, findings))
    parts = read_list(TaxPart, node, (*place, "parts"), findings)
    stand_in = [TaxPart.model_construct(name="x", rate=Decimal(0))]
    whole = {**node, "parts": [read.part for read in parts] or stand_in}
    return ReadClass(read_part(TaxClass, whole, place, findings), parts)


def _as(model: type[P], read: Read[Part]) -> Read[P]:
    if not isinstance(read.part, model):
        raise TypeError(f"{read.place} is no {model.__name__}")
    return Read(read.place, read.part, read.bad)
