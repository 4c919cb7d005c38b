"""What a user can set, from options and from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`database` is an SQLAlchemy URL or a path, `named` whether somebody named it or it is where a store lies by
    default; `model` the path of a model of attribution, None for the packaged one. `patience` is how many claims may be
    looked at again before a list is shown, where somebody else is at it; None is any number."""

    database: str
    named: bool = False
    model: str | None = None
    patience: int | None = None


def default_database() -> str:
    """A file in the user's data directory."""
    return str(Path(platformdirs.user_data_dir("claim-provenance", appauthor=False)) / "provenance.sqlite3")


def read_settings(*, database: str | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Options come first, then the environment (PROVENANCE_DATABASE_URL, PROVENANCE_MODEL), then defaults."""
    named = database or environment.get("PROVENANCE_DATABASE_URL")
    return Settings(
        database=named or default_database(),
        named=bool(named),
        model=environment.get("PROVENANCE_MODEL") or None,
    )


def read_packs(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The packs of the outlet directory that PROVENANCE_PACKS names ("asd,rsp"; "none" for the core alone), sorted;
    None, for those that are on by default, where it is not set."""
    text = environment.get("PROVENANCE_PACKS", "").strip()
    if not text:
        return None
    return tuple(sorted({name.strip() for name in text.split(",") if name.strip()} - {"none"}))
