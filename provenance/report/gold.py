"""A claim as an attribution in the format of the benchmarks and of what the network learns from."""

from typing import Any

from provenance.model import Claim, Spans, Via


def attribution_to_dict(claim: Claim, text: str) -> dict[str, Any]:
    """`content`, `source`, `cue` and `via` are places in the article's text; `via_type` is how the carrier nearest to
    the origin came by it; `speaker` and `speaker_kind` are of the speakers, or of the outlets that are the origin. The
    format has an outlet where a claim's own paragraph credits it: no dateline, no credit passed on. Any: JSON."""
    places = (*claim.spans, *claim.cue_spans, *claim.source_spans)
    start = text.rfind("\n", 0, min(places).start) + 1
    end = text.find("\n", max(place.end for place in places))
    paragraph = range(start, len(text) if end < 0 else end)
    carried = [link for link in claim.chain.carriers if link.span and link.span.start in paragraph]
    carriers = [link for link in carried if link.via is not Via.DATELINE]
    return {
        "content": _places(claim.spans),
        "source": _places(claim.source_spans),
        "cue": _places(claim.cue_spans),
        "via": [[link.span.start, link.span.end] for link in carriers if link.span],
        "via_type": carriers[-1].via if carriers else None,
        "speaker": _speaker(claim),
        "speaker_kind": _kind(claim),
    }


def _speaker(claim: Claim) -> str | None:
    """The names of the speakers, or of the outlets that are the origin; None where nobody is named."""
    links = claim.chain.speakers or (claim.chain.roots if claim.chain.carriers else ())
    return " and ".join(link.agent.name for link in links) or None


def _kind(claim: Claim) -> str:
    links = claim.chain.speakers or claim.chain.carriers
    return str(links[0].agent.kind) if links else "none"


def _places(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
