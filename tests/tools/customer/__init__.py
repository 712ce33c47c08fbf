"""Each tool: what it asks of SQL, and what it says."""
