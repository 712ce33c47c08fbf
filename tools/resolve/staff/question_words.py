"""The words questions about the shop are asked in, and those that ask them."""

from collections.abc import Mapping

from tools.kit.speech import sentence
from tools.kit.staff.answer import Question
from tools.menu.normalise import vocabulary

LEADS: Mapping[Question, str] = {
    "revenue": sentence("revenue"),
    "orders": sentence("how many orders"),
    "top_items": sentence("top items"),
    "new_customers": sentence("new customers"),
    "time_to_ready": sentence("time to ready"),
    "unmatched_demand": sentence("unmet wishes"),
    "cancellations": sentence("cancellations"),
    "refunds": sentence("refunds"),
    "summary": sentence("summary"),
}
"""A few words that ask each question."""
SMALL = vocabulary(
    "what whats which who was were is are am be been has have had do does did the a an of my our we"
    " us i in on at for to by so far how total overall me show tell give get got see list please"
    " now and it its there this shop store restaurant place can could you want like know let may"
    " number going go any all count as until till yet much many us per each about one s re ve"
    " kindly today hi hello hey boss thanks thank compare compared comparison"
)
SUBJECTS: tuple[tuple[Question, frozenset[str], frozenset[str]], ...] = (
    (
        "unmatched_demand",
        vocabulary(
            "ask asked asking wanted want request requested requests unmet missing demand wish"
            " wishes"
        ),
        vocabulary(
            "people customers customer guests guest they that thats dont didnt have not on menu"
            " couldnt could sell serve find for is isnt werent understand understood unmatched"
            " things dishes items dish item demands stuff doesnt offer"
        ),
    ),
    (
        "time_to_ready",
        vocabulary("time times long minutes fast slow quick wait waiting prep preparation speed"),
        vocabulary(
            "ready orders order average avg median take takes taking took kitchen food prepare"
            " cook cooking until mean typical usual customers being from our"
        ),
    ),
    (
        "new_customers",
        vocabulary("customers customer guests regulars newcomers buyers"),
        vocabulary("new first time returning repeat came back come old returned ordered again"),
    ),
    ("refunds", vocabulary("refund refunds refunded"), vocabulary("money gave back went amount")),
    (
        "cancellations",
        vocabulary("cancelled canceled cancellations cancellation cancels rejected rejections"),
        vocabulary("orders order why reasons reason with lost customers"),
    ),
    (
        "summary",
        vocabulary("summary report figures numbers overview recap"),
        vocabulary("day days daily business sales doing"),
    ),
    (
        "top_items",
        vocabulary("top best most popular bestseller bestsellers bestselling seller sellers"),
        vocabulary("items item dishes dish selling sold sell sellers ordered seller menu things"),
    ),
    (
        "revenue",
        vocabulary(
            "revenue revenues sales sale turnover takings earnings income collection collections"
            " business earn earned earning money average"
        ),
        vocabulary("make made take took taken taking doing order value orders come came from"),
    ),
    ("orders", vocabulary("orders order"), vocabulary("placed did receive received come came")),
)
MADE = vocabulary("make made take took sell sold doing")
SALES_OF = vocabulary("sales sale revenue")
SOLD = SALES_OF | vocabulary("sell sold selling ordered order orders bought eaten went")
ASKS_HOW_MUCH = vocabulary("how what whats")
