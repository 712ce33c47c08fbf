"""How an evaluation is run and judged."""
