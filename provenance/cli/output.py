"""Writing a result into a file, whole or not at all."""

import os
import tempfile
from pathlib import Path

from provenance.errors import UnwritableOutput


def write_file(target: Path, text: str | bytes) -> None:
    """Writes beside the target and renames, so that a full disk leaves the old file as it was. A device or a pipe is
    written straight. Raises UnwritableOutput."""
    content = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target.resolve(), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableOutput(f"{target}: cannot be written: {reason}; nothing was changed there") from error


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The old file's permissions, or those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
