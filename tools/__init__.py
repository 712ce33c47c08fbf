"""The pure room: one file is one tool is one SQL function."""
