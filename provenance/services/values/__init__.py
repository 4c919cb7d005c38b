"""What the use cases take and give, a noun a module."""
