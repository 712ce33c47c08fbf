"""Refusals of questions about the shop."""

from tools.kit.staff.errors import StaffRefusal


class NoSuchQuestion(StaffRefusal):
    """I do not know about {question}. Say "summary", and I tell what there is."""

    sqlstate = "OC090"


class NoSuchPeriod(StaffRefusal):
    """I can tell about two years at most, and only about what has been."""

    sqlstate = "OC091"


class TakesTooLong(StaffRefusal):
    """That is too much to count here. Please ask about a shorter time."""

    sqlstate = "OC092"
