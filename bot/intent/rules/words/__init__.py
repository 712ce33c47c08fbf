"""The words of a message, and the closed classes of words that are the same in every shop."""
