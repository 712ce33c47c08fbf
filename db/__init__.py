"""The offline room: migrations, the embedded server, jobs, files in and out."""
