"""The worker beside the desk: a process of its own, so that reading an article holds up no page."""

import contextlib
import logging
import multiprocessing
import os
import secrets
import signal
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from provenance.errors import ProvenanceError, StoreError
from provenance.services import Worker, keep_connections
from provenance.settings import Settings
from provenance.web.options import read_clock

PAUSE = 5.0
"""Seconds after which a worker without work looks whether some came by another door: this desk's own wakes it at once,
another process's on the same store does not."""

BEAT = 3.0
"""Seconds between two signs of life while an item is read: a tenth of the time after which it counts as dead."""

LONGEST = 180.0
"""Seconds for one item. The longest article that is taken needs less than one; a page made to be slow never ends."""

MEMORY = 2 * 1024**3
"""Bytes of data the worker may hold; the model and the directory take a tenth of it. What wants more fails alone, and
takes no page along."""

NICE = 5
"""Lower priority than the pages."""

GRACE = 1.0
"""Seconds that a worker has to stop by itself."""

SLOWEST_RESTART = 30.0
"""Seconds; a worker that dies at once is started again more and more slowly."""

TOO_LONG = f"reading it took more than {LONGEST:.0f} seconds; it may be badly broken, or made to be slow"

_log = logging.getLogger(__name__)


class WorkerProcess:
    """Starts the process, starts it again when it dies, stops it. A pipe wakes it; that the pipe ends tells it that the
    desk is gone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopping = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper of the worker", daemon=True)
        self._lock = threading.Lock()
        self._pipe: Connection | None = None
        self._process: BaseProcess | None = None

    def start(self) -> None:
        self._keeper.start()

    def wake(self) -> None:
        """Something waits."""
        with self._lock, contextlib.suppress(OSError):
            if self._pipe:
                self._pipe.send_bytes(b".")

    def stop(self) -> None:
        """What it was reading waits again."""
        self._stopping.set()
        self._hang_up()
        self._keeper.join()

    @property
    def pid(self) -> int | None:
        """None while there is none."""
        return self._process.pid if self._process else None

    def _keep(self) -> None:
        pause = 0.5
        while not self._stopping.is_set():
            began = time.monotonic()
            self._run_once()
            pause = 0.5 if time.monotonic() - began > SLOWEST_RESTART else min(2 * pause, SLOWEST_RESTART)
            self._stopping.wait(pause)

    def _run_once(self) -> None:
        """One process from its start to its end."""
        name = f"{os.getpid()}-{secrets.token_hex(8)}"
        spawn = multiprocessing.get_context("spawn")
        theirs, ours = spawn.Pipe(duplex=False)
        process = spawn.Process(target=run_worker, args=(self._settings, name, theirs), name="worker", daemon=True)
        process.start()
        theirs.close()
        with self._lock:
            self._pipe, self._process = ours, process
        if self._stopping.is_set():
            self._hang_up()
        process.join()
        self._hang_up()
        self._bury(Worker(name=name, settings=self._settings, clock=read_clock))

    def _hang_up(self) -> None:
        with self._lock:
            pipe, process = self._pipe, self._process
            self._pipe = self._process = None
        if pipe:
            pipe.close()
        if process and self._stopping.is_set():
            process.join(GRACE)
            process.terminate()

    def _bury(self, worker: Worker) -> None:
        try:
            worker.release() if self._stopping.is_set() else worker.died()
        except ProvenanceError as error:  # then its lease runs out
            _log.warning("the worker has ended, and the store does not take note of it: %s", error)


def run_worker(settings: Settings, name: str, pipe: Connection) -> None:
    """The process's own life: it ends with the desk."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the desk, which stops it
    _be_modest()
    worker = Worker(name=name, settings=settings, clock=read_clock)
    watch = Watch(worker)
    threading.Thread(target=watch.keep, daemon=True).start()
    with contextlib.suppress(ProvenanceError):  # each item will say it
        worker.prepare()
    with keep_connections():
        while _awake(pipe):
            _work(worker, watch)


def _work(worker: Worker, watch: "Watch") -> None:
    """Until nothing waits."""
    try:
        worker.forget()
        while step(worker, watch):
            pass
    except StoreError as error:
        _log.warning("the worker waits for the store: %s", error)
        with contextlib.suppress(StoreError):
            worker.release()
        time.sleep(1)


def _awake(pipe: Connection) -> bool:
    """After a pause at most; False when the desk is gone."""
    try:
        waited = pipe.poll(PAUSE)
        while waited and pipe.poll():
            pipe.recv_bytes()
    except (EOFError, OSError):
        return False
    return True


def step(worker: Worker, watch: "Watch") -> bool:
    """Reads what is next and looks at some claims again: whoever goes through the lists meanwhile need not wait until
    the last of a thousand articles is read. Whether there is more to do."""
    read = _next(worker, watch)
    return worker.look_again() or read


def _next(worker: Worker, watch: "Watch") -> bool:
    item = worker.take()
    if item is None:
        return False
    with watch.over(lambda: worker.fail(item, TOO_LONG)):
        worker.read(item)
    return True


def _be_modest() -> None:
    """As far as the system knows such limits."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _nothing() -> None:
    """Where there is nothing to give up."""


class Watch:
    """Gives signs of life while an item is read, and ends the process when that takes too long."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._lock = threading.Lock()
        self._since: float | None = None
        self._give_up: Callable[[], None] = _nothing

    @contextlib.contextmanager
    def over(self, give_up: Callable[[], None]) -> Iterator[None]:
        """While the block runs; `give_up` is what is done before the end."""
        with self._lock:
            self._since, self._give_up = time.monotonic(), give_up
        try:
            yield
        finally:
            with self._lock:
                self._since = None

    def keep(self) -> None:
        while True:
            time.sleep(BEAT)
            with self._lock:
                since, give_up = self._since, self._give_up
            if since is None:
                continue
            with contextlib.suppress(StoreError):
                if time.monotonic() - since > LONGEST:
                    give_up()
                    os._exit(1)
                self._worker.sign_of_life()
