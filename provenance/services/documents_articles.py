"""An article's revisions, and two articles side by side, as plain data."""

from provenance.ingest import first_words
from provenance.model import ToldClaim
from provenance.report import diff_to_dict, finding_to_dict, outlet_entry_to_dict, publisher_of, told_in
from provenance.services.documents import Document
from provenance.services.values.articles import Compared, Revisions, StoredClaim, StoredReport
from provenance.storage import StoredRevision


def revision_to_dict(revision: StoredRevision) -> Document:
    """`title_from_text` says that the title is no more than the first words of the text."""
    article = revision.article
    return {
        "number": revision.number,
        "read_at": revision.read_at.isoformat(),
        "sha256": article.sha256,
        "title": article.title,
        "title_from_text": article.title is not None and article.title == first_words(article.text),
        "published": article.published.isoformat() if article.published else None,
        "characters": len(article.text),
        "current": revision.current,
    }


def history_to_dict(stored: StoredReport) -> Document:
    """Which revision is shown, and which there are."""
    return {
        "shown": revision_to_dict(stored.shown),
        "revisions": [revision_to_dict(revision) for revision in stored.revisions],
    }


def stored_claim_to_dict(row: StoredClaim) -> Document:
    """`finding` and `outlets` as in the report of the article, the outlets of this claim alone; `number` is counted
    from 1, `before` and `after` are the ids of the claims beside it, None where there is none."""
    place, claims = row.place, row.claims
    return {
        "article": told_in(ToldClaim(article=row.article, claim=row.finding.claim)),
        "number": place + 1,
        "claims": len(claims),
        "before": claims[place - 1].id if place else None,
        "after": claims[place + 1].id if place + 1 < len(claims) else None,
        "finding": finding_to_dict(row.finding),
        "outlets": [outlet_entry_to_dict(entry) for entry in row.outlets.values()],
    }


def revisions_to_dict(row: Revisions) -> Document:
    """`difference` is a document as `provenance diff --format json` gives it, None where there is but one revision."""
    article = row.article
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "language": article.language,
            "outlet": publisher_of(article, None),
        },
        "revisions": [revision_to_dict(revision) for revision in row.revisions],
        "before": row.before,
        "after": row.after,
        "difference": diff_to_dict(row.diff.diff, row.diff.made_with) if row.diff else None,
    }


def comparison_to_dict(row: Compared) -> Document:
    """`difference` as `provenance diff --format json` gives it; `findings` as in the report of the left article, with
    relations to the right one alone."""
    return {
        "difference": diff_to_dict(row.diff.diff, row.diff.made_with),
        "findings": [finding_to_dict(finding) for finding in row.findings],
    }
