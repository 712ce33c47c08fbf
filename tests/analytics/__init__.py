"""The questions analysts and owners ask."""
