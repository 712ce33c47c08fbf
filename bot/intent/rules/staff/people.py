"""The staff itself: "who is on the staff", "show the log"."""

from bot.intent.rules.talk.saying import Saying, saying

PEOPLE: tuple[Saying, ...] = (
    saying("list_staff", "who", "staff", may="all on else works are our team list"),
    saying("list_staff", "show list tell", "staff", may="all everybody everyone our team list of"),
    saying("show_log", "show list see", "log history", may="of changes staff last what happened"),
    saying("show_log", "who", "did", "what", may="here today last"),
)
