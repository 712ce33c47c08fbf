"""The reading room: questions in SQL, asked with a read-only role."""
