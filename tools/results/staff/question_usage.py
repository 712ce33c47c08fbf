"""How the commands that ask about the shop are written. Their calls: bot/question_commands.py."""

from collections.abc import Mapping

from tools.kit.speech import sentence

QUESTION_USAGE: Mapping[str, str] = {
    "revenue": sentence(
        "/revenue — what we took today. /revenue yesterday, /revenue last week, "
        "/revenue march vs february, /revenue since monday, /revenue 12 march, "
        "/revenue last 30 days: other times."
    ),
    "orders": sentence("/orders — how many orders, of which kind. /orders this week vs last."),
    "top": sentence("/top — the 5 dishes sold most today. /top 10 march: ten of them, in March."),
    "new_customers": sentence(
        "/new_customers — who ordered for the first time in the last 7 days, and who came back."
    ),
    "times": sentence("/times — how long orders take until they are ready. /times last week."),
    "wanted": sentence("/wanted — what was asked for in vain in the last 7 days. /wanted march."),
    "cancelled": sentence("/cancelled — what was cancelled or rejected, and why."),
    "refunds": sentence("/refunds — what went back. /refunds this month."),
    "summary": sentence("/summary — the day in a few lines. /summary yesterday."),
}
