"""The measures of the small picture of a chain, from the page on top to the origin below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.report.lettering import (
    DETAIL_UNIT,
    NAME_UNIT,
    Line,
    columns_of,
    height_of,
    placed,
    wrapped,
)
from provenance.report.schema import LinkDocument
from provenance.report.wording import ROLES, link_in_words, steps

WIDTH = 400
_GUTTER = 84
_GAP = 10
_INSET = 7
_BETWEEN = 24
_PADDING = 10
_ABREAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box for one link."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    kind: str
    affiliated: str

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Links of one step: `role` is what they do, beside them; `first` is False where a step goes on."""

    role: str
    nodes: tuple[Node, ...]
    first: bool

    @property
    def top(self) -> float:
        return self.nodes[0].y

    @property
    def middle(self) -> float:
        return self.nodes[0].y + self.nodes[0].height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Boxes and the arrows between steps: each arrow is (x, from y, to y), pointing at the page. A frame (x, y, width,
    height) holds a step that takes more than one row."""

    width: float
    height: float
    rows: tuple[Row, ...]
    arrows: tuple[tuple[float, float, float], ...]
    frames: tuple[tuple[float, float, float, float], ...]


def draw_chain(chain: Iterable[LinkDocument]) -> Picture:
    """The picture's measures, in its own units."""
    rows: list[Row] = []
    arrows: list[tuple[float, float, float]] = []
    frames: list[tuple[float, float, float, float]] = []
    y = 1.0
    for links in steps(chain):
        above, y = y, y + (_BETWEEN if rows else 0)
        top, (step, y) = y, _step(links, y)
        framed = len(step) > 1
        if framed:
            frames.append((_GUTTER, top, WIDTH - _GUTTER - 1, y - top))
        if rows:
            middles = [_GUTTER + (WIDTH - _GUTTER) / 2] if framed else [node.middle for node in step[0].nodes]
            arrows += [(middle, top - 2, above + 3) for middle in middles]
        rows += step
    return Picture(width=WIDTH, height=y + 1, rows=tuple(rows), arrows=tuple(arrows), frames=tuple(frames))


def _step(links: Sequence[LinkDocument], y: float) -> tuple[list[Row], float]:
    """The rows of one step and where they end."""
    count = _fitting(links)
    inset = _INSET if count < len(links) else 0
    rows: list[Row] = []
    y += inset
    for start in range(0, len(links), count):
        nodes = _abreast(links[start : start + count], y, inset)
        rows.append(Row(role=ROLES[links[0]["role"]], nodes=nodes, first=start == 0))
        y += nodes[0].height + _GAP
    return rows, y - _GAP + inset


def _fitting(links: Sequence[LinkDocument]) -> int:
    """How many boxes stand abreast, so that no word of theirs is cut."""
    names = max(_longest(link["name"]) for link in links) * NAME_UNIT
    details = max(_longest(link_in_words(link)) for link in links) * DETAIL_UNIT
    needed = max(names, details) + 2 * _PADDING
    return next((count for count in range(min(_ABREAST, len(links)), 1, -1) if needed <= _box(count, _INSET)), 1)


def _box(count: int, inset: float) -> float:
    return (WIDTH - _GUTTER - 1 - 2 * inset - _GAP * (count - 1)) / count


def _longest(text: str) -> int:
    return max(map(columns_of, text.split()), default=0)


def _abreast(links: Sequence[LinkDocument], y: float, inset: float) -> tuple[Node, ...]:
    width = _box(len(links), inset)
    texts = [_lines(link, width - 2 * _PADDING) for link in links]
    height = max(height_of(lines) for lines in texts) + 2 * _PADDING
    return tuple(
        Node(
            x=round(_GUTTER + inset + position * (width + _GAP), 1),
            y=y,
            width=round(width, 1),
            height=height,
            lines=placed(lines, y + (height - height_of(lines)) / 2),
            kind=link["kind"],
            affiliated=link["state_affiliated"] or "none",
        )
        for position, (link, lines) in enumerate(zip(links, texts, strict=True))
    )


def _lines(link: LinkDocument, room: float) -> list[tuple[str, bool]]:
    names = wrapped(link["name"], int(room / NAME_UNIT))
    details = wrapped(link_in_words(link), int(room / DETAIL_UNIT))
    return [(text, True) for text in names] + [(text, False) for text in details]
