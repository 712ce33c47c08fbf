"""The terminal as a channel: an interactive chat, and scripts for people and programs."""
