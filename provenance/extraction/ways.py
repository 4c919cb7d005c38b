"""The words beside an outlet's name that tell how it came by a claim: told, quoted, reported, cited, shown."""

import re

from provenance.model import Via

_ADVERBS = r"(?:\w+ly |also |later |earlier |first |since |then |already |meanwhile,? |on \w+day,? )*"
_THE = r"(?:the |a |an |its |his |her |their )?"
_HAS = r"(?:has |have |had |is |was )?"
_SAYS = "|".join(
    (
        r"report(?:s|ed|ing)?",
        r"sa(?:id|ys|y|ying)",
        r"writ(?:es|ing)|wrote|written",
        r"not(?:es|ed|ing)",
        r"announce[sd]?",
        r"learn(?:s|ed|t)",
        r"underst(?:ands|ood)",
        r"confirm(?:s|ed)",
        r"reveal(?:s|ed)",
        r"found",
        r"publish(?:es|ed)",
        r"add(?:s|ed|ing)?",
        r"claim(?:s|ed)",
        r"state[sd]",
        r"suggest(?:s|ed)",
        r"describe[sd]",
        r"estimate[sd]",
        r"broadcast(?:s|ed)?|aired",
        r"show(?:s|ed|n)",
        r"call(?:s|ed)",
        r"tells?",
        r"explain(?:s|ed)",
        r"specif(?:ies|ied)|clarif(?:ies|ied)",
        r"emphasi[sz]e[sd]|stress(?:es|ed)",
        r"recall(?:s|ed)",
        r"warn(?:s|ed)",
    )
)
_CITES = r"(?:citing|quoting|with reference to|referring to)"
_WORK = r"(?:reports?|article|story|investigation|material|information|data|tally|count)"
_SPEAKS = r"(?:spoke|speaking|speaks|talking|talked)"
_ADMITS = r"(?:confirmed|admitted|revealed|explained|confided|complained|said)"
_REPORTER = r"(?:correspondent|reporter|journalist|editor)"
_SHOWN = r"(?:seen|obtained|reviewed|viewed|examined|anal[iy][sz]ed|verified|read|acquired|inspected)"
_GIVEN = r"(?:shared|provided|leaked|sent|given|made available|shown|passed)"
_PIECE = r"(?:op-ed|article|column|essay|commentary|appearance|podcast)"
_ON_AIR = r"(?:aired|broadcast|televised|appearing|appeared|speaking|said|live)"
_MADE_KNOWN = r"(?:reported|revealed|announced|confirmed|published|disclosed|noted|written|posted|released)"

# The first that fits counts; each line is a way and the words that end where the outlet's name begins.
_BEFORE: tuple[tuple[Via, str], ...] = (
    (Via.TOLD, rf"\b(?:told|tells?|telling|informed|assured) {_THE}$"),
    (Via.TOLD, rf"\b(?:comment|remark|statement)s? (?:to|for) {_THE}$"),
    (Via.TOLD, rf"\b{_ADMITS}(?: [^,.;:]{{1,40}})? to {_THE}$"),
    (Via.TOLD, rf"\b{_SPEAKS} (?:\w+ )?(?:to|with) {_THE}$"),
    (Via.TOLD, rf"\b(?:wrote|writing|writes|written) (?:\w+ )?(?:in|for) {_THE}$"),
    (Via.INTERVIEW, rf"\b(?:interview|conversation|q&a)(?:ed)? (?:\w+ ){{0,3}}?(?:with|to|for|on|by|in) {_THE}$"),
    (Via.INTERVIEW, rf"\basked by {_THE}$"),
    (Via.INTERVIEW, rf"\b{_PIECE} (?:\w+ ){{0,3}}?(?:in|for|on) {_THE}$"),
    (Via.INTERVIEW, rf"\b{_ON_AIR} (?:\w+ )?(?:on|by) {_THE}$"),
    (Via.SEEN, rf"\b{_SHOWN} by {_THE}$"),
    (Via.SEEN, rf"\b{_GIVEN} (?:with|to) {_THE}$"),
    (Via.QUOTED, rf"\b(?:quoted|cited|carried|relayed|quotes) (?:\w+ )?(?:by|in|on) {_THE}$"),
    (Via.REPORTED, rf"\b{_MADE_KNOWN} {_ADVERBS}(?:by|in|on) {_THE}$"),
    (Via.CITED, rf"\b(?:citing|cites|cited|quoting|relaying) {_THE}$"),
    (Via.CITED, rf"\b(?:referring|reference|referred|credit(?:ed)?|refers) to {_THE}$"),
    (Via.CITED, rf"\b{_CITES} {_THE}(?:\w+ ){{0,2}}?{_WORK} (?:by|in|from|of) {_THE}$"),
    (Via.REPORTED, rf"\b{_REPORTER}s? (?:for|of|at|with|from) {_THE}$"),
    (Via.REPORTED, rf"\baccording to {_THE}(?:[\w-]+ ){{0,3}}?$"),
    (Via.REPORTED, rf"\baccording to {_THE}(?:[\w-]+ ){{0,3}}?{_WORK} (?:\w+ )?(?:by|in|from|of|on) {_THE}$"),
    (Via.REPORTED, rf"\b{_WORK},? (?:\w+ )?(?:by|from|in|of|on) {_THE}$"),
    (Via.REPORTED, rf"(?:[,”\"’]|^)\s*(?:as )?(?:{_SAYS}) {_THE}$"),
)
# Likewise, the words that begin where the outlet's name ends.
_AFTER: tuple[tuple[Via, str], ...] = (
    (Via.QUOTED, rf"^,? ?{_HAS}{_ADVERBS}(?:quot|cit)(?:ed|es)\b"),
    (Via.REPORTED, rf"^,? ?(?:\([^)]*\) ?)?{_HAS}{_ADVERBS}(?:{_SAYS})\b"),
    (Via.REPORTED, rf"^,? {_CITES} [^.;]{{3,120}}?, {_HAS}{_ADVERBS}(?:{_SAYS})\b"),
    (Via.REPORTED, rf"^,? {_CITES}\b"),
)
_COMPILED_BEFORE = tuple((via, re.compile(pattern, re.IGNORECASE)) for via, pattern in _BEFORE)
_COMPILED_AFTER = tuple((via, re.compile(pattern, re.IGNORECASE)) for via, pattern in _AFTER)


def way_of(before: str, after: str) -> Via | None:
    """How an outlet between these words carried the claim; None where it is only mentioned."""
    for via, pattern in _COMPILED_BEFORE:
        if pattern.search(before):
            return via
    return next((via for via, pattern in _COMPILED_AFTER if pattern.match(after)), None)
