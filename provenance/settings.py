"""What a user can set, from options and from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`database` is an SQLAlchemy URL or a path; `model` the path of a model of
    attribution, None for the packaged one."""

    database: str
    model: str | None = None


def default_database() -> str:
    """A file in the user's data directory."""
    return str(Path(platformdirs.user_data_dir("claim-provenance", appauthor=False)) / "provenance.sqlite3")


def read_settings(*, database: str | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Options come first, then the environment (PROVENANCE_DATABASE_URL, PROVENANCE_MODEL), then defaults."""
    return Settings(
        database=database or environment.get("PROVENANCE_DATABASE_URL") or default_database(),
        model=environment.get("PROVENANCE_MODEL") or None,
    )
