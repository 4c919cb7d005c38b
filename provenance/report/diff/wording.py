"""The words in which a difference speaks to its reader."""

from provenance.report.diff.schema import DiffDocument, SentenceDocument
from provenance.report.schema import ArticleDocument
from provenance.report.wording import counted, day_in_words, publisher_called

FATES = {
    "kept": ("Kept", "word for word"),
    "changed": ("Changed", "the same sentence with other words in it"),
    "reworded": ("In other words", "says the same otherwise"),
    "dropped": ("Dropped", "stands in the first version alone"),
    "added": ("Added", "stands in the second version alone"),
}
"""For each fate its word and what it means."""

EDITS = {
    "credit-lost": "Credit lost",
    "attribution-lost": "Attribution lost",
    "hedge-lost": "Hedge lost",
    "negation-lost": "Negation lost",
    "negation-gained": "Negation new",
    "denial-lost": "Denial lost",
    "denial-gained": "Denial new",
    "sources-multiplied": "Source multiplied",
    "speaker-unnamed": "Speaker no longer named",
    "speaker-changed": "Speaker changed",
    "voice-dropped": "Voice dropped",
    "number-changed": "Figure changed",
    "number-lost": "Figure dropped",
    "number-gained": "Figure added",
    "quotation-altered": "Quotation altered",
    "quotation-marked": "Quotation marks new",
    "quotation-unmarked": "Quotation marks gone",
    "quotation-lost": "Quotation dropped",
    "quotation-gained": "Quotation added",
    "cue-changed": "Other verb of saying",
    "sources-reduced": "Sources reduced",
    "speaker-named": "Speaker now named",
    "voice-added": "Voice added",
    "attribution-gained": "Attribution new",
    "hedge-gained": "Hedge new",
    "credit-gained": "Credit new",
    "headline-changed": "Headline changed",
}
"""A label for each code of an edit, the weightiest first."""

MOVED = "moved"
SIDES = {True: ("First version", "Second version"), False: ("First report", "Second report")}
SENTENCES = {True: "Sentence by sentence", False: "Sentences that both have"}
"""The title above them, of two versions and of two reports that were written apart."""
IDENTICAL = "The second version is the first one, word for word."
NOTHING_IN_COMMON = (
    "Nothing in common was found: no sentence of one stands in the other, neither word for word nor in other words."
)
EMPTY = "There is no sentence to compare in either text."


def summary_in_words(document: DiffDocument) -> str:
    """What became of the sentences, in one or two sentences."""
    if not document["sentences"]:
        return EMPTY
    if document["identical"]:
        return f"{IDENTICAL} {counted(document['totals']['kept'], 'sentence', 'sentences')}."
    if not document["in_common"]:
        return NOTHING_IN_COMMON
    if not document["versions"]:
        return shared_in_words(document)
    totals = document["totals"]
    parts = [
        f"{totals['kept']} kept word for word",
        f"{totals['changed']} changed",
        f"{totals['reworded']} told in other words",
        f"{totals['dropped']} dropped",
        f"{totals['added']} added",
    ]
    moved = f" {counted(totals['moved'], 'sentence stands', 'sentences stand')} in another place."
    return f"Sentences: {', '.join(parts)}.{moved if totals['moved'] else ''}"


def shared_in_words(document: DiffDocument) -> str:
    """Of two reports that were written apart."""
    return (
        f"These two share {document['in_common']} of {document['shorter']} sentences, counted by the shorter one; "
        "they are not versions of one text."
    )


def shown_sentences(document: DiffDocument) -> list[tuple[int, SentenceDocument]]:
    """With their numbers: all of two versions; of reports that were written apart those that both have, for what only
    one of them has was neither dropped nor added."""
    numbered = enumerate(document["sentences"], start=1)
    return [(n, one) for n, one in numbered if document["versions"] or (one["before"] and one["after"])]


def version_in_words(article: ArticleDocument) -> str:
    """Who published it and when."""
    publisher = publisher_called(article["outlet"]) if article["outlet"] else "publisher not known"
    return f"{publisher}, {day_in_words(article['published'])}"


def fate_in_words(sentence: SentenceDocument) -> str:
    word = FATES[sentence["fate"]][0]
    return f"{word}, {MOVED}" if sentence["moved"] else word
