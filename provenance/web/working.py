"""The desk's way to its worker."""

from fastapi import Request

from provenance.web.worker import WorkerProcess


def worker_of(request: Request) -> WorkerProcess | None:
    """None where this desk reads nothing itself: what is put in waits."""
    worker: WorkerProcess | None = request.app.state.worker
    return worker


def wake_worker(request: Request) -> None:
    worker = worker_of(request)
    if worker:
        worker.wake()
