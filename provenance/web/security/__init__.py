"""Who may look and who may act, and what no request can do to the server."""
