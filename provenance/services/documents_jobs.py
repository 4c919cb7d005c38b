"""Jobs and their items as plain data, ready for JSON."""

from provenance.model import Job, JobItem
from provenance.services.documents import Document
from provenance.services.documents_lists import page_to_dict
from provenance.services.values.pages import Page


def jobs_to_dict(jobs: Page[Job]) -> Document:
    return page_to_dict(jobs, "jobs", job_to_dict)


def job_to_dict(job: Job) -> Document:
    counts = job.counts
    return {
        "id": job.id,
        "name": job.name,
        "made_by": job.made_by,
        "made_at": job.made_at.isoformat(),
        "over": counts.over,
        "items": counts.total,
        "waiting": counts.waiting,
        "reading": counts.reading,
        "done": counts.done,
        "failed": counts.failed,
    }


def job_with_items_to_dict(job: Job, items: Page[JobItem]) -> Document:
    return {"job": job_to_dict(job), **page_to_dict(items, "items", item_to_dict)}


def item_to_dict(item: JobItem) -> Document:
    return {
        "number": item.number,
        "kind": item.kind.value,
        "name": item.name,
        "size": item.size,
        "state": item.state.value,
        "changed_at": item.changed_at.isoformat(),
        "outcome": item.outcome.value if item.outcome else None,
        "claims": item.claims,
        "article": item.article,
        "reason": item.reason,
        "kept": item.kept,
    }
