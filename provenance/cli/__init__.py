"""The command line: a command parses, calls one service, renders."""

from provenance.cli.application import app, main

__all__ = ["app", "main"]
