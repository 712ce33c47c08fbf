"""An evening of a shop as a story: played on a stage, and held against its books."""
