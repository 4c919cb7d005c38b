"""The tests, a package so that all of them share `tests.builders`."""
