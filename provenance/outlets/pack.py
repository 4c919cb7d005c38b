"""A pack: one rater's whole list, kept apart from the core with its licence and its credit."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.outlets.tables import Problems

MANIFEST = "pack.toml"
_TEXTS = ("id", "name", "edition", "format", "file", "source", "licence", "credit")
_RATER = ("id", "name", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """`file` is the list, as its rater published it, `format` the reader for it; `edition` is written into each
    assertion; `left_out` holds hosts of bodies that publish no news of their own, and hosts that the list gives to
    another medium than theirs; `place` is that of the manifest."""

    id: str
    name: str
    edition: str
    format: str
    file: str
    source: str
    licence: str
    credit: str
    seen: date
    default: bool
    rater: str
    rater_name: str
    rater_url: str
    left_out: tuple[str, ...] = ()
    place: str = ""


def read_packs(files: Mapping[str, str], chosen: Sequence[str] | None, problems: Problems) -> list[Pack]:
    """Those chosen, sorted by id; those that are on by default where nobody chose. `files` maps a name below the folder
    of packs ("asd/pack.toml") to its text."""
    manifests = {name.partition("/")[0]: name for name in sorted(files) if name.endswith(f"/{MANIFEST}")}
    for unknown in sorted(set(chosen or ()) - manifests.keys()):
        problems.add("packs", f"no pack {unknown!r}", f"PROVENANCE_PACKS takes {', '.join(manifests)}")
    packs = [_pack(name, files[name], problems) for folder, name in manifests.items() if _asked(folder, chosen)]
    return [pack for pack in packs if pack is not None and (chosen is not None or pack.default)]


def _asked(folder: str, chosen: Sequence[str] | None) -> bool:
    return chosen is None or folder in chosen


def _pack(name: str, text: str, problems: Problems) -> Pack | None:
    place = f"packs/{name}"
    try:
        cells = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.add(place, f"no TOML ({error})", "correct the manifest")
        return None
    rater = cells.get("rater", {})
    wrong = [key for key in _TEXTS if not isinstance(cells.get(key), str)]
    wrong += [f"rater.{key}" for key in _RATER if not isinstance(rater.get(key), str)]
    wrong += [] if isinstance(cells.get("seen"), date) else ["seen"]
    wrong += [] if isinstance(cells.get("default"), bool) else ["default"]
    if wrong:
        problems.add(place, f"missing or of the wrong kind: {', '.join(wrong)}", "write them as in the other packs")
        return None
    return Pack(
        **{key: cells[key] for key in _TEXTS},
        seen=cells["seen"],
        default=cells["default"],
        rater=rater["id"],
        rater_name=rater["name"],
        rater_url=rater["url"],
        left_out=tuple(cells.get("left_out", ())),
        place=place,
    )
