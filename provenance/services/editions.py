"""With what findings are made: kept ones hold as long as it stays the same."""

import hashlib
from functools import cache
from importlib.resources import files

import provenance
from provenance.matching import POLICY
from provenance.outlets import Directory

FOUND_BY = ("analysis", "model", "outlets", "report", "services")
"""The packages that have a part in what is found of a claim, from the rules on outlets to what is kept of it."""


def edition_of(directory: Directory) -> str:
    """Of the analysis, of the policy by which wording is judged and of the directory in force."""
    return f"{provenance.__version__} {code_digest()} {POLICY} {directory.digest}"


@cache
def code_digest() -> str:
    """Of the modules themselves: a version number is forgotten, and two checkouts of one version differ. Where a
    program is shipped without its sources it is the digest of nothing, and the version alone tells."""
    content = hashlib.sha256()
    for package in FOUND_BY:
        modules = (entry for entry in (files("provenance") / package).iterdir() if entry.name.endswith(".py"))
        for module in sorted(modules, key=lambda entry: entry.name):
            content.update(module.name.encode() + b"\0" + module.read_bytes())
    return content.hexdigest()[:16]
