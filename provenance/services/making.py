"""With what a result was made."""

import provenance
from provenance.matching import POLICY
from provenance.model import MadeWith
from provenance.outlets import Directory


def made_with(directory: Directory) -> MadeWith:
    """Versions of the program, of the directory of outlets and of the policy by which wording is judged."""
    return MadeWith(version=provenance.__version__, directory=directory.edition, policy=POLICY)
