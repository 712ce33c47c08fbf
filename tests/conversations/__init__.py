"""Acceptance: one conversation file, every channel."""
