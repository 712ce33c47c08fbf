"""What a customer can do: one file, one tool, one SQL function."""
