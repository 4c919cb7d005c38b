"""The desk: the web application for the people who check. A face: it parses a request, calls one service, renders."""

from provenance.web.application import make_desk
from provenance.web.options import DeskOptions
from provenance.web.serving import run_desk

__all__ = ["DeskOptions", "make_desk", "run_desk"]
