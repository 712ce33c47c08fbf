"""What a customer's words mean, in the form PostgreSQL takes them."""
