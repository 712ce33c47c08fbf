"""Greetings, thanks, goodbyes, a yes or no in many words: what they hold, and what may go along."""

from bot.intent.rules.talk.saying import Saying, remark

_DAY = "day evening night weekend afternoon morning week time trip lunch dinner meal"
_NICE = "nice good great lovely amazing wonderful awesome blessed pleasant safe fantastic fun"
_TALK = "talk talking speak speaking chatting chat meeting conversation talked"
_LIFE = (
    "going goin doing doin hanging been day life everything things week night morning evening"
    " feeling today tonight family are feel goes treating"
)
_NO = (
    "negatory inaccurate against wouldnt shouldnt invalid untrue unacceptable improper disapprove"
    " refused cannot nopes no nope nah none not nop nothing never dont wont cant without negative"
    " neither false wrong incorrect disagree refuse nay nada noway"
)
_AGAINST = "issue issues problem problems wrong mistake complaint complaints doubt"
_STOP = (
    "cancel stop quit abort end halt terminate rescind revoke undo withdraw scrap discontinue exit"
)
_STOPPED = (
    "talk talking speak speaking saying command request action procedure process repeat further"
    " anymore immediately changed mind mission"
)
_YES = "yes yep yup yeah yea ya sure ok okay y yess affirmative aye roger totally works yah"
_RIGHT = (
    "valid right correct true perfect exactly exact agreed agree confirmed approved indeed great"
    " good naturally concur truth matches accurate fine fact facts absolutely definitely precisely"
    " certainly"
)
_CHECKS = (
    "looks look looking sounds sound seems sense makes everything details information statement"
    " screen got you ordered wanted issues issue problem problems job wrong confirm way read like"
)
_OPINION = (
    "think believe say said course all means certainly afraid sadly unfortunately sorry hell heck"
    " saying telling tell proper statement most never today interested doubt matter point case see"
    " why bet completely truly work makes obviously awesome wonderful excellent surely happening"
    " chance way happen possible undoubtedly answer"
)


_WHOLE = "order orders item items"
_QUESTION = "what whats which how who where when why"
_ASKS = "what which how who where when why i you can could order add want need"


def _talk(kind: str, *needs: str, may: str = "", spare: int = 0, never: str = "") -> Saying:
    return remark("small_talk", *needs, may=may, spare=spare, never=never, args={"kind": kind})


COURTESIES: tuple[Saying, ...] = (
    # A wish, a farewell, or talk that was nice ends a conversation, whoever it is said to.
    _talk("goodbye", "bye goodbye farewell adios ciao cya tata byebye cheerio ttyl", spare=4),
    _talk("goodbye", "by", "good"),
    _talk("goodbye", "have", f"{_DAY} one", _NICE, spare=3),
    _talk("goodbye", "next later soon around again", "time see talk until til till catch", spare=1),
    _talk("goodbye", f"{_NICE} pleasure enjoyed enjoy glad", _TALK, spare=2),
    _talk("goodbye", "peace take", "out care", spare=1),
    _talk("goodbye", "until till see", "tomorrow tonight soon later", may="again next time"),
    _talk("goodbye", "night", "good", spare=1),
    _talk("goodbye", "got gotta must have need should", "go leave leaving run", may="now"),
    _talk("goodbye", "later laters leaving", spare=1),
    _talk("goodbye", "so", "long"),
    _talk("goodbye", "see", "ya you u", may="then", never=_ASKS),
    _talk("goodbye", "goodnight gnite nite gn", spare=1),
    _talk("stop", _STOP, may=f"{_STOP} {_STOPPED}", never="order cart item items"),
    _talk("wait", "perhaps maybe possibly probably dunno unsure undecided", may="either both"),
    _talk(
        "wait",
        "wait hold hang moment minute minutes min mins second sec seconds brb",
        spare=1,
        may="let think check see decide time few couple 1 2 5 still deciding thinking",
        never="what whats how when where is",
    ),
    # Praise is thanks.
    _talk("thanks", "happy glad great good nice", "did done doing", may=_OPINION),
    _talk("thanks", "you youve", "helped"),
    _talk("thanks", "been were are youre youve", "help helpful", may="big great huge real"),
    # A greeting may name who is greeted; asking how one is greets as well.
    _talk(
        "greeting",
        "hai wassup hello hi hey hiya heya heyo helo heyy hallo howdy greetings yo hola sup"
        " hii heyyy hellooo welcome",
        spare=1,
    ),
    _talk("greeting", "goodmorning goodevening goodafternoon goodday", spare=1),
    _talk("greeting", "good happy", "day morning evening afternoon", spare=1),
    _talk(
        "greeting",
        "how hows howve howre howd",
        f"you ya u yall {_LIFE}",
        may=f"feeling {_LIFE} {_NICE}",
        spare=1,
        never="know when what where why much many long far say cook make delivery order food",
    ),
    _talk("greeting", "whats what wassup", "up new happening cracking good going", may="lately"),
    _talk("greeting", "pleased nice glad great", "meet"),
    _talk("greeting", "anybody anyone you", "there", may="home is are still"),
    _talk("greeting", "long", "time", "see"),
    _talk("wait", "let", "think decide see check"),
    _talk("greeting", "you", "doing", "okay ok good well fine alright"),
    _talk("yes", "no nope nah", "its looks", _RIGHT, may=_CHECKS, never="not wrong isnt"),
    _talk("yes", "no not nothing without isnt arent", _AGAINST, may=f"{_YES} {_CHECKS} {_RIGHT}"),
    _talk(
        "no",
        _NO,
        may=f"{_RIGHT} {_CHECKS} {_NO} {_OPINION} {_YES} happening fake meant prefer"
        " rather drink drinks else anymore anything things thing good need required necessary",
    ),
    _talk("no", "no nope nah nay", may=f"{_OPINION} {_RIGHT}", spare=2, never=_ASKS),
    _talk("yes", "yes yep yup yeah yea", may=f"{_OPINION} {_RIGHT}", spare=2, never=_ASKS),
    _talk("no", "pass skip disagree decline"),
    _talk("no", "rather prefer", "not"),
    _talk("yes", _RIGHT, may=f"{_CHECKS} {_YES} {_OPINION} {_WHOLE}", never=_QUESTION),
    _talk("yes", _YES, may=f"{_CHECKS} {_RIGHT} {_OPINION} {_WHOLE}", never=_QUESTION),
    _talk("yes", "looks look sounds", may=f"{_CHECKS} {_YES}"),
    _talk("yes", "makes make", "sense", may=_CHECKS),
    _talk("yes", "confirm approve affirmative", spare=1, never=f"{_QUESTION} {_WHOLE} you"),
    _talk(
        "yes",
        "ordered wanted want said meant like",
        "what thats that",
        may=_CHECKS,
        never="hear again",
    ),
    _talk("yes", "believe think course bet why", "so of you not"),
    _talk("yes", "works work do", "that thatll thatd"),
    _talk("yes", "happy satisfied pleased", "with", "it that this everything order"),
    _talk("yes", "go do", "ahead it", never=f"{_QUESTION} {_WHOLE} again"),
    # Whatever else is in it, it thanks, and people name who and what for.
    _talk(
        "thanks",
        "thanks thank thankyou thankful thx thnks thnx thankx tysm ty gratitude cheers thanku"
        " thankz tq grateful appreciate appreciated appreciative obliged kudos",
        spare=5,
        never="how what translate say",
    ),
    _talk(
        "thanks", "youre you thats", "awesome best amazing lifesaver kind nice wonderful", may="of"
    ),
    _talk("thanks", "owe", "you", spare=1),
    _talk(
        "thanks",
        "happy glad great good nice",
        "helped help helping assistance helpful service work job info information",
        spare=2,
        never="can could would will",
    ),
    _talk("thanks", "helpful", spare=2),
    _talk("thanks", "best", "youre"),
)
"""The first that fits; those further down have less to go by."""
