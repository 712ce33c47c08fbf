"""What is asked or told beside ordering, and what a message is about that is not understood."""
