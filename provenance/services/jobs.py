"""What was put in and what became of it."""

from datetime import datetime

from provenance.model import Job, JobItem
from provenance.services.opening import open_to_read
from provenance.services.values.pages import Page, PageAsked
from provenance.settings import Settings
from provenance.storage import open_store


def list_jobs(settings: Settings, now: datetime, page: int = 1) -> Page[Job]:
    """The latest first; a page beyond the last one is empty."""
    asked = PageAsked(number=page)
    with open_to_read(settings, now) as store:
        rows = store.jobs(limit=asked.size, offset=asked.offset)
        return Page(rows=rows, asked=asked, total=store.count_jobs())


def show_job(settings: Settings, now: datetime, job_id: int, page: int = 1) -> tuple[Job, Page[JobItem]]:
    """Raises NotStored."""
    asked = PageAsked(number=page)
    with open_to_read(settings, now) as store:
        job = store.find_job(job_id)
        rows = store.items_of(job_id, limit=asked.size, offset=asked.offset)
        return job, Page(rows=rows, asked=asked, total=job.counts.total)


def retry_items(settings: Settings, now: datetime, job_id: int, number: int | None = None) -> int:
    """How many failed items wait again: all of the job, or the one of that number. Raises NotStored."""
    with open_store(settings.database, now=now) as store:
        store.find_job(job_id)
        count = store.retry(job_id, number)
        store.commit()
        return count
