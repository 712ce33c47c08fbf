"""What tests share: servers, databases, shops and people."""
