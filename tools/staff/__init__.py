"""The staff's tools: none yet. The folder is the role, and the role is the permission."""
