"""Tests of what turns words into what SQL takes."""
