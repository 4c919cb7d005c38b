"""Our own training texts, written by hand and put together by a small writer."""
