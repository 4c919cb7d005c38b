"""The measures of the small picture of circular reporting: outlets under one another, arrows to whom they have it from.

A ring stands in its order, with an arrow back from the foot to the top. Anything else stands as a tree: what all lead
back to on top, whoever has it from there below and further in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.report.lettering import DETAIL_UNIT, NAME_UNIT, height_of, placed, wrapped
from provenance.report.picture import WIDTH, Node
from provenance.report.schema import CircleDocument, CircleStepDocument, LinkDocument

RING = "ring"

_GUTTER = 56
_RAIL = 12
_INDENT = 30
_DEEPEST = 5
"""Steps by which boxes move in; what lies deeper stands below them."""
_BETWEEN = 34
_GAP = 12
_PADDING = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line along these points (x, y), with its head at the last of them, which looks `heading`: up, down or right.
    `label` stands at (x, y), both 0 where there is none."""

    points: tuple[tuple[float, float], ...]
    heading: str
    label: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclePicture:
    width: float
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def draw_circle(circle: CircleDocument) -> CirclePicture:
    links = {link["name"]: link for told in circle["claims"] for link in told["chain"] if link["kind"] == "outlet"}
    if circle["kind"] == RING:
        return _ring(circle["outlets"][:-1], circle["steps"], links)
    return _tree(circle, links)


def _ring(
    outlets: Sequence[str], steps: Sequence[CircleStepDocument], links: Mapping[str, LinkDocument]
) -> CirclePicture:
    nodes: list[Node] = []
    y = 1.0
    for name in outlets:
        nodes.append(_node(name, "", _GUTTER, y, links))
        y += nodes[-1].height + _BETWEEN
    words = [step["how"] for step in steps] or ["cites"]
    arrows = [
        Arrow(
            points=((above.middle, above.y + above.height + 2), (above.middle, below.y - 3)),
            heading="down",
            label=words[min(place, len(words) - 1)],
            x=above.middle + 10,
            y=below.y - _BETWEEN / 2 + 4,
        )
        for place, (above, below) in enumerate(pairwise(nodes))
    ]
    first, last = _center(nodes[0]), _center(nodes[-1])
    if len(nodes) == 1:
        first, last = first - _PADDING, last + _PADDING
    back = ((_GUTTER - 2.0, last), (float(_RAIL), last), (float(_RAIL), first), (_GUTTER - 3.0, first))
    arrows.append(Arrow(points=back, heading="right", label=words[-1], x=_RAIL + 8, y=last - 6))
    return CirclePicture(width=WIDTH, height=y - _BETWEEN + 1, nodes=tuple(nodes), arrows=tuple(arrows))


def _center(node: Node) -> float:
    return node.y + node.height / 2


def _tree(circle: CircleDocument, links: Mapping[str, LinkDocument]) -> CirclePicture:
    notes = _notes(circle)
    nodes: dict[str, Node] = {}
    arrows: list[Arrow] = []
    y = 1.0
    for name, parent, depth in _branches(circle):
        how = next((step["how"] for step in circle["steps"] if (step["citing"], step["cited"]) == (name, parent)), "")
        note = "; ".join(part for part in (f"{how} {parent}" if parent else "", notes.get(name, "")) if part)
        node = _node(name, note, 1 + _INDENT * min(depth, _DEEPEST), y, links)
        if parent:
            trunk, top = nodes[parent].x + _INDENT / 2, nodes[parent].y + nodes[parent].height
            start = node.x - 1 if depth <= _DEEPEST else trunk
            arrows.append(
                Arrow(points=((start, _center(node)), (trunk, _center(node)), (trunk, top + 3)), heading="up")
            )
        nodes[name] = node
        y += node.height + _GAP
    return CirclePicture(width=WIDTH, height=y - _GAP + 1, nodes=tuple(nodes.values()), arrows=tuple(arrows))


def _notes(circle: CircleDocument) -> dict[str, str]:
    if circle["kind"] == "one-root":
        return {circle["outlets"][-1]: "where all of it comes from"}
    first, later = circle["outlets"]
    return {first: "less certain", later: "says so plainly"}


def _branches(circle: CircleDocument) -> list[tuple[str, str, int]]:
    """Every outlet once, with the one it has it from (empty for a root) and how many steps that is from the root: depth
    first, so that each stands below its own."""
    steps = circle["steps"]
    citing = {step["citing"] for step in steps}
    roots = [step["cited"] for step in steps if step["cited"] not in citing]
    if circle["kind"] == "one-root":
        roots = [circle["outlets"][-1]]
    order: list[tuple[str, str, int]] = []
    seen: set[str] = set()
    waiting = [(name, "", 0) for name in reversed(dict.fromkeys([*roots, *circle["outlets"]]))]
    while waiting:
        name, parent, depth = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        order.append((name, parent, depth))
        having = dict.fromkeys(step["citing"] for step in steps if step["cited"] == name)
        waiting += [(one, name, depth + 1) for one in reversed(having) if one not in seen]
    return order


def _node(name: str, note: str, x: float, y: float, links: Mapping[str, LinkDocument]) -> Node:
    room = WIDTH - 1 - x - 2 * _PADDING
    lines = [(text, True) for text in wrapped(name, int(room / NAME_UNIT))]
    lines += [(text, False) for text in wrapped(note, int(room / DETAIL_UNIT))]
    known = links.get(name)
    return Node(
        x=x,
        y=y,
        width=WIDTH - 1 - x,
        height=height_of(lines) + 2 * _PADDING,
        lines=placed(lines, y + _PADDING),
        kind="outlet",
        affiliated=(known["state_affiliated"] if known else None) or "none",
    )
