"""What the package offers to its callers."""

import subprocess
import sys
from pathlib import Path

import pytest

from provenance import services
from provenance.services.door import homes_of


@pytest.mark.parametrize("name", services.__all__)
def test_everything_the_door_names_is_there(name: str) -> None:
    assert getattr(services, name) is not None


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no_such_service"):
        _ = services.no_such_service  # type: ignore[attr-defined]


def test_a_name_comes_from_where_the_imports_for_type_checkers_say(tmp_path: Path) -> None:
    door = tmp_path / "door.py"
    door.write_text(
        "from typing import TYPE_CHECKING\n"
        "from here import eager\n"
        "if TYPE_CHECKING:\n"
        "    from there import (\n        first,\n        second,\n    )\n"
        "if elsewhere:\n    from nowhere import third\n"
    )

    assert homes_of(str(door)) == {"first": "there", "second": "there"}


def test_opening_the_door_loads_no_use_case() -> None:
    code = "import sys, provenance.services; print(*sorted(name for name in sys.modules if 'provenance' in name))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert loaded.split() == ["provenance", "provenance.services", "provenance.services.door"]
