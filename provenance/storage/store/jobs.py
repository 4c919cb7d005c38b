"""What was put in, and who reads it."""

from collections.abc import Sequence
from datetime import datetime

from provenance.model import Job, JobItem, KnownRequest, NewItem, Read, RequestAnswer, RequestKey, TakenItem
from provenance.storage import job_work, jobs
from provenance.storage.store.unit import UnitOfWork


class Jobs(UnitOfWork):
    def save_job(self, name: str, items: Sequence[NewItem], *, made_by: str | None) -> Job:
        """Its items wait from now on, but for those that come with a reason why they have failed."""
        with self._saving() as session:
            return jobs.save_job(session, name, items, made_by, self._now)

    def find_job(self, job_id: int) -> Job:
        """Raises NotStored."""
        return jobs.find_job(self._session, job_id)

    def jobs(self, *, limit: int, offset: int = 0) -> tuple[Job, ...]:
        """The latest first."""
        return jobs.list_jobs(self._session, limit, offset)

    def count_jobs(self) -> int:
        return jobs.count_jobs(self._session)

    def items_of(self, job_id: int, *, limit: int, offset: int = 0) -> tuple[JobItem, ...]:
        """In their order."""
        return jobs.items_of(self._session, job_id, limit, offset)

    def material_held(self) -> int:
        """The size of all material that waits or failed, in bytes."""
        return jobs.held(self._session)

    def find_request(self, caller: str, key: str) -> KnownRequest | None:
        """The request that came with this key; None for a key that is new."""
        return jobs.find_request(self._session, caller, key)

    def save_request(self, request: RequestKey, job_id: int) -> None:
        with self._saving() as session:
            jobs.save_request(session, request, job_id, self._now)

    def save_answer(self, request: RequestKey, answer: RequestAnswer) -> None:
        """To a request that is stored and was not answered yet."""
        with self._saving() as session:
            jobs.save_answer(session, request, answer)

    def take_item(self, worker: str) -> TakenItem | None:
        """The next item that waits is this worker's from now on; None where none waits. What a worker was reading that
        gave no sign of life for a while waits again, or fails when it is the second one to die over it."""
        with self._saving() as session:
            return job_work.take_item(session, worker, self._now)

    def sign_of_life(self, worker: str) -> None:
        """What the worker reads stays its own for a while longer."""
        with self._saving() as session:
            job_work.sign_of_life(session, worker, self._now)

    def worker_died(self, worker: str) -> None:
        """What it was reading waits again, or fails when it is the second one to die over it."""
        with self._saving() as session:
            job_work.worker_died(session, worker, self._now)

    def release(self, worker: str) -> None:
        """What the worker was reading waits again."""
        with self._saving() as session:
            job_work.release(session, worker, self._now)

    def finish_item(self, item: TakenItem, worker: str, read: Read) -> None:
        """Its material is dropped. Raises NotStored where the item is no longer this worker's: then nothing of what
        this unit of work saved may stay."""
        with self._saving() as session:
            job_work.finish_item(session, item, worker, read, self._now)

    def fail_item(self, item: TakenItem, worker: str, reason: str) -> None:
        """Raises NotStored where the item is no longer this worker's."""
        with self._saving() as session:
            job_work.fail_item(session, item, worker, reason, self._now)

    def retry(self, job_id: int, number: int | None = None) -> int:
        """The failed items of the job, or the one of that number, wait again, as far as their material is kept; how
        many those are."""
        with self._saving() as session:
            return job_work.retry(session, job_id, number, self._now)

    def forget(self, *, material_of: datetime, requests_of: datetime) -> None:
        """Drops the material of what failed before the one moment, and keys of requests from before the other."""
        with self._saving() as session:
            job_work.forget(session, material_of, requests_of)
