"""What a program is told of a decision that it made; whoever looks sees the page on which it acts."""

from collections.abc import Mapping
from typing import Any

from provenance.services import Decided, decided_groups, decided_to_dict
from provenance.web.desk import Desk


def told(desk: Desk, made: Decided) -> Mapping[str, Any] | None:
    """None for a page. Any: JSON."""
    return decided_to_dict(made, decided_groups(desk.settings, desk.now, made)) if desk.wants_data else None
