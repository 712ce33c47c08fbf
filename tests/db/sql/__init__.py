"""The functions of a turn, one file of tests each."""
