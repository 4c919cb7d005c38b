"""Results that go into a file."""

import stat
from pathlib import Path

import pytest

from provenance.cli.output import write_file
from provenance.errors import UnwritableOutput


def test_a_result_is_written_whole_with_the_permissions_of_a_new_file(tmp_path: Path) -> None:
    write_file(tmp_path / "report.html", "Çırağan")
    other = tmp_path / "other"
    other.touch()
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "Çırağan"
    assert (tmp_path / "report.html").stat().st_mode == other.stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")
    target.chmod(0o640)
    write_file(target, "new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "text"


@pytest.mark.parametrize("name", ["missing/report.html", "folder"])
def test_what_cannot_be_written_is_said_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableOutput, match=r"cannot be written: .+; nothing was changed there$"):
        write_file(tmp_path / name, "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own call fails as it does on a full disk; ours is not replaced."""
    target = tmp_path / "report.html"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnwritableOutput, match="No space left on device"):
        write_file(target, "new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "old"}
