"""Measurements: printed, compared within one run, never asserted."""
