"""What staff's words mean."""
