"""What the package ships as files, and the language model: each loaded once, when first asked for."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from provenance.extraction import Reader, build_reader, load_parser
from provenance.matching import Frequencies, parse_frequencies
from provenance.outlets import Directory, parse_directory


def _texts(folder: Traversable, prefix: str = "") -> dict[str, str]:
    """Every file under the folder by its path there, in the order of the paths."""
    found: dict[str, str] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found |= _texts(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith((".", "__")):
            found[prefix + entry.name] = entry.read_text(encoding="utf-8")
    return found


@cache
def load_directory() -> Directory:
    """The packaged directory of outlets. Raises DirectoryError with file and line."""
    return parse_directory(_texts(files("provenance.outlets") / "data"))


@cache
def load_frequencies() -> Frequencies:
    """How common each stem is in news, for the weighing of words."""
    return parse_frequencies((files("provenance.matching") / "data" / "frequencies.txt").read_text(encoding="utf-8"))


@cache
def load_templates() -> Mapping[str, str]:
    """The parts of the HTML report by file name."""
    return _texts(files("provenance.report") / "templates")


@cache
def load_reader(model: str) -> Reader:
    """The parser named `model` with the lexicon: seconds and a hundred megabytes. Raises ModelError."""
    lexicon = _texts(files("provenance.extraction") / "data")
    return build_reader(load_parser(model), lexicon, load_directory())
