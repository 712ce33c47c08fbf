"""One clause, cut at its small words: orders of what the menu does not know to the letter."""
