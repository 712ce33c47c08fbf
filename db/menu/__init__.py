"""A menu file: read, judged, compared with the menu a shop has, and written."""
