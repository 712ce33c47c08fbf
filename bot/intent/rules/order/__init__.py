"""What is ordered: dishes, how many, with what."""
