"""The measures of the picture of one origin's ways: the origin on top, below it and further in whoever has it from
there, arrows to where they have it from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.report.group.schema import OriginDocument, WayDocument
from provenance.report.lettering import DETAIL_UNIT, NAME_UNIT, Line, height_of, placed, wrapped
from provenance.report.wording import counted, day_in_words

WIDTH = 400
_INDENT = 28
_GAP = 12
_PADDING = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class WayNode:
    """A box; `title` holds its whole name, `kind` and `affiliated` are classes of its look."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    title: str
    kind: str
    affiliated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysPicture:
    """`arrows` are lines along three points (x, y), with the head at the last, which looks up."""

    width: float
    height: float
    nodes: tuple[WayNode, ...]
    arrows: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    way: WayDocument
    depth: int
    parent: int | None


def draw_ways(origin: OriginDocument) -> WaysPicture:
    nodes: list[WayNode] = []
    arrows: list[tuple[tuple[float, float], ...]] = []
    y = 1.0
    for place in _in_order(origin["ways"]):
        node = _node(place, y)
        if place.parent is not None:
            parent = nodes[place.parent]
            trunk, center = parent.x + _INDENT / 2, node.y + node.height / 2
            arrows.append(((node.x - 1, center), (trunk, center), (trunk, parent.y + parent.height + 3)))
        nodes.append(node)
        y += node.height + _GAP
    return WaysPicture(width=WIDTH, height=max(y - _GAP, 1.0) + 1, nodes=tuple(nodes), arrows=tuple(arrows))


def _in_order(ways: Sequence[WayDocument]) -> Iterator[_Placed]:
    """Depth first, so that each stands below its own; `parent` is a place in this order."""
    waiting: list[_Placed] = [_Placed(way, 0, None) for way in reversed(ways)]
    number = 0
    while waiting:
        place = waiting.pop()
        yield place
        waiting += [_Placed(way, place.depth + 1, number) for way in reversed(place.way["ways"])]
        number += 1


def way_in_words(way: WayDocument) -> str:
    """What stands under the name."""
    parts = [
        way["via"],
        counted(way["outlets"], "outlet", "outlets") if way["outlets"] > 1 else None,
        counted(way["claims"], "claim", "claims") if way["claims"] > 1 else None,
        _days(way) if way["role"] == "publisher" else None,
        f"and {counted(way['left_off'], 'further branch', 'further branches')}" if way["left_off"] else None,
    ]
    return "; ".join(part for part in parts if part)


def _days(way: WayDocument) -> str:
    first, last = (day_in_words(way[end]) for end in ("first", "last"))
    return first if first == last else f"{first} to {last}"


def _node(place: _Placed, y: float) -> WayNode:
    way = place.way
    x = 1.0 + _INDENT * place.depth
    room = WIDTH - 1 - x - 2 * _PADDING
    lines = [(text, True) for text in wrapped(way["name"], int(room / NAME_UNIT))]
    lines += [(text, False) for text in wrapped(way_in_words(way), int(room / DETAIL_UNIT))]
    return WayNode(
        x=x,
        y=y,
        width=WIDTH - 1 - x,
        height=height_of(lines) + 2 * _PADDING,
        lines=placed(lines, y + _PADDING),
        title=way["name"],
        kind=way["kind"],
        affiliated=way["state_affiliated"] if way["kind"] == "outlet" else "none",
    )
