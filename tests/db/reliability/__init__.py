"""What survives: replays, races, crashes, repeated confirmations."""
