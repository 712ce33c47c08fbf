"""Telegram. Importing its modules imports aiogram, which takes seconds; this imports nothing."""
