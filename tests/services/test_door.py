"""What the package offers to its callers."""

import pytest

from provenance import services


@pytest.mark.parametrize("name", services.__all__)
def test_everything_the_door_names_is_there(name: str) -> None:
    assert getattr(services, name) is not None


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no_such_service"):
        _ = services.no_such_service  # type: ignore[attr-defined]
