"""What a reprint changed in the story it was made of: sentences, hedges, attribution, figures, quotations. Pure."""

from provenance.diffing.reading import DiffWords, Telling
from provenance.diffing.story import diff_stories

__all__ = ["DiffWords", "Telling", "diff_stories"]
