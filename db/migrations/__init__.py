"""The schema: numbered revisions for tables and grants, one file per function beside them."""
