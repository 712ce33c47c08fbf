"""Answers to questions about the shop, in words, as a small table and as what a chart shows."""
