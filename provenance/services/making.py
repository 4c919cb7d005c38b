"""With what a result was made."""

import provenance
from provenance.matching import POLICY
from provenance.model import MadeWith
from provenance.services.resources import load_directory


def made_with() -> MadeWith:
    """Versions of the program, of the directory of outlets and of the policy by which wording is judged."""
    directory = load_directory()
    return MadeWith(
        version=provenance.__version__,
        directory=f"{directory.version} ({directory.digest[:12]})",
        policy=POLICY,
    )
