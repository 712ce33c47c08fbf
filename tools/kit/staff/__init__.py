"""What of the kit is for staff only."""
