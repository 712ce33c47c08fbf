"""How the commands about tables are written. Which call each makes is in bot/tab_commands.py."""

from collections.abc import Mapping

from tools.kit.speech import sentence

TAB_USAGE: Mapping[str, str] = {
    "tables": sentence(
        "/tables — what is open. /tables 4: what table 4 has, and who asked for it."
    ),
    "bill": sentence("/bill 4 — the bill of table 4."),
    "move": sentence("/move 4 7 — what table 4 has is at table 7 then."),
    "merge": sentence("/merge 4 5 — table 4 is on the bill of table 5 then."),
    "split": sentence(
        "/split 4 3 — the bill of table 4 in 3 parts. /split 4 guest, /split 4 line."
    ),
    "pay": sentence("/pay 4 cash — table 4 has paid. /pay 4 upi 200: a part of it."),
    "close": sentence("/close 4 — table 4 is free again."),
}
