"""In which order a list comes."""

from enum import StrEnum


class GroupOrder(StrEnum):
    """Of groups. Ties: the largest first, then by id."""

    LARGEST = "largest"
    NEWEST = "newest"
    MOST_BACKED = "most-backed"
    LEAST_BACKED = "least-backed"
    CONTRADICTED = "contradicted"
    FIGURES_DIFFER = "figures-differ"
