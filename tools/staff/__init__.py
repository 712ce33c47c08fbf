"""The staff's tools. The folder is the role; what the role may, `app.require_staff` judges."""
