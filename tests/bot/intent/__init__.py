"""Tests of understanding: cleaning, schema, providers, the chain and the rules."""
