"""What is said beside the dishes, and where one thing said ends: no menu is needed for it."""
