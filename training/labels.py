"""Labels that only training knows: what a gold leaves open."""

from provenance.extraction.labels import NONE, OUTLET, PERSON, TAGS, VIA

ANY_SOURCE, NO_OUTLET, NONE_OR_VIA = TAGS, TAGS + 1, TAGS + 2
"""Labels of a gold that tells no kinds or no outlets, and of the words around an outlet's name."""
ALLOWED = (*((tag,) for tag in range(TAGS)), tuple(range(PERSON, TAGS)), tuple(range(PERSON, OUTLET)), (NONE, VIA))
"""What the network may say for each label."""
