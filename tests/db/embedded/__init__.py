"""Tests of the embedded server, each with a server of its own."""
