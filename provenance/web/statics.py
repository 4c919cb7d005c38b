"""Our own files, style and script, held in memory: no path is ever looked up, so none can be climbed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
FOREVER = "public, max-age=31536000, immutable"
HOMES = (("provenance.web", "static"), ("provenance.report", "templates"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticFile:
    content: bytes
    media: str
    digest: str


@dataclass(frozen=True, slots=True)
class Statics:
    """By name. The report's style and script are the desk's too."""

    found: Mapping[str, StaticFile]

    @classmethod
    def read(cls) -> Self:
        found = {}
        for package, folder in HOMES:
            for entry in (files(package) / folder).iterdir():
                ending = f".{entry.name.rpartition('.')[2]}"
                if ending in MEDIA:
                    content = entry.read_bytes()
                    digest = hashlib.sha256(content).hexdigest()[:16]
                    found[entry.name] = StaticFile(content=content, media=MEDIA[ending], digest=digest)
        return cls(found)

    def address(self, name: str) -> str:
        """It changes when the file does, so that a browser may keep it."""
        return f"/static/{name}?{self.found[name].digest}"


router = APIRouter()


@router.get("/static/{name}", include_in_schema=False)
def static(name: str, request: Request) -> Response:
    statics: Statics = request.app.state.statics
    file = statics.found.get(name)
    if file is None:
        raise HTTPException(404, f"there is no file {name!r}")
    return Response(file.content, media_type=file.media, headers={"Cache-Control": FOREVER, "ETag": f'"{file.digest}"'})
