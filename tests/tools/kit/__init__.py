"""The kit the tools are made of."""
