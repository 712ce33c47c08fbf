"""Words and the menu."""
