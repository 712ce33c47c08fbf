"""Every refusal PostgreSQL can raise, the staff's too, by its code."""

import importlib
import pkgutil
from collections.abc import Mapping

import tools.kit.staff
from tools.kit.errors import Later, ToolError
from tools.kit.order_errors import AboutOrder
from tools.kit.staff.errors import StaffRefusal
from tools.kit.staff.order_errors import AboutStaffOrder

# A subclass is known once its file is: refusals of staff are in any file of that folder.
importlib.import_module("tools.kit.checkout_errors")
for _module in pkgutil.iter_modules(tools.kit.staff.__path__):
    importlib.import_module(f"tools.kit.staff.{_module.name}")


def by_sqlstate() -> Mapping[str, type[ToolError]]:
    """Every refusal that PostgreSQL can raise, by its code."""
    bases = (ToolError, Later, AboutOrder, StaffRefusal, AboutStaffOrder)
    every = [kind for base in bases for kind in base.__subclasses__()]
    return {error.sqlstate: error for error in every if error.sqlstate is not None}


def from_database(sqlstate: str, detail: Mapping[str, str | int]) -> ToolError | None:
    """The refusal for a SQLSTATE with the words of its DETAIL; None for a code that is not ours."""
    kind = by_sqlstate().get(sqlstate)
    return kind(**detail) if kind else None
