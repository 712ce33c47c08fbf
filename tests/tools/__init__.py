"""The pure room: the menu in memory and the tools, without a database."""
