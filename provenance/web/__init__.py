"""The desk: the web application for the people who check. A face: it parses a request, calls one service, renders."""

from provenance.web.application import make_desk
from provenance.web.options import DeskOptions
from provenance.web.serving import check_accounts, run_desk, serving_options

__all__ = ["DeskOptions", "check_accounts", "make_desk", "run_desk", "serving_options"]
