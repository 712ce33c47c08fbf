"""Results that staff read."""
