"""Jobs: what came in, how far it is read, what could not be."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Query, Response

from provenance.services import (
    Job,
    JobItem,
    Page,
    job_with_items_to_dict,
    jobs_to_dict,
    list_jobs,
    retry_items,
    show_job,
)
from provenance.web.desk import Acting, Here
from provenance.web.pointing import at_desk
from provenance.web.working import wake_worker

router = APIRouter(include_in_schema=False)

LAST = 2**31 - 1
"""No column holds a larger number."""

Number = Annotated[int, Path(ge=1, le=LAST)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]


@router.get("/jobs")
def jobs(desk: Here, page: PageNumber = 1) -> Response:
    return desk.show("jobs.html", jobs_to_dict(list_jobs(desk.settings, desk.now, page)))


@router.get("/jobs/{number}")
def job(number: Number, desk: Here, page: PageNumber = 1) -> Response:
    return desk.show("job.html", told_job(*show_job(desk.settings, desk.now, number, page)))


def told_job(found: Job, items: Page[JobItem]) -> dict[str, Any]:
    """A job with its items, and why some of them could not be read in the words of the desk. Any: JSON."""
    document = job_with_items_to_dict(found, items)
    told = [{**item, "reason": at_desk(item["reason"]) if item["reason"] else None} for item in document["items"]]
    return {**document, "items": told}


@router.post("/jobs/{number}/retry")
def retry(number: Number, desk: Acting, item: Annotated[int | None, Form(ge=1, le=LAST)] = None) -> Response:
    """All failed items, or one."""
    count = retry_items(desk.settings, desk.now, number, item)
    if not count:
        return desk.see(f"/jobs/{number}", "There is nothing to try again: what was put in is no longer kept.")
    wake_worker(desk.request)
    return desk.see(f"/jobs/{number}", "It is tried again." if count == 1 else f"{count} are tried again.")
