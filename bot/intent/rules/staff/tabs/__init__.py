"""Tables from sitting down to paying: "move table 4 to 7", "split table 4 in 3", "table 4 paid"."""
