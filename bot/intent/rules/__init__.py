"""The offline parser: what a message means, without a model.

tokens -> a saying ("view my cart"), or clauses -> numbers and menu words -> orders, edits -> calls.
A sentence that is not understood to its last word touches nothing.
"""

from bot.intent.rules.parser import RuleParser

__all__ = ["RuleParser"]
