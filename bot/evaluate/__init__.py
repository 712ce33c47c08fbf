"""Measures understanding: cases in, what the real pipeline made of them out."""
