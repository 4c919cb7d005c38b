"""Measures of the product against data that is not part of it."""
