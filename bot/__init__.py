"""The online room: update, turn, intent, tool, reply."""
