"""A shop file: the rules of a shop's money and ways, read, judged, compared and written."""
