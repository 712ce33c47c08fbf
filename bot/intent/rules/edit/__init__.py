"""What shall be otherwise in the cart."""
