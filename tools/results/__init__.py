"""Results that more than one tool hands back, and the pieces they are made of."""
