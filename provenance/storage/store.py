"""The store as the use cases see it: values in, values out, one unit of work."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy.orm import Session

from provenance.matching import Keys, Reprint
from provenance.model import (
    Article,
    Claim,
    Comparison,
    Decision,
    Group,
    GroupChange,
    Job,
    JobItem,
    NewDecision,
    NewItem,
    Outlet,
    Read,
    RequestKey,
    Role,
    TakenItem,
)
from provenance.outlets import Addition, NewRow
from provenance.storage import (
    additions,
    articles,
    aside,
    claims,
    comparing,
    crediting,
    decisions,
    directories,
    finding_lists,
    findings,
    groups,
    job_work,
    jobs,
    policies,
    reprints,
    saving,
)
from provenance.storage.access import Access
from provenance.storage.connecting import take_write_lock
from provenance.storage.directory_rows import DirectoryRow
from provenance.storage.filters import ArticleCounts, ArticleFilter, ClaimFilter, StoredRevision, StoredWording
from provenance.storage.findings import Due
from provenance.storage.kept import FindingFilter, FoundClaim, KeptFinding, KeptGroup, StoredTotals
from provenance.storage.parts import ALL, DayTally, Part, Slice, SpeakerPart, Tally


class Store:
    """One unit of work: what `commit` was not called for is undone at the end, or when a save fails.

    The first save takes the write lock, and what is read after it cannot be changed by anybody else until the commit:
    save the article first, then read its candidates.
    """

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._writing = False
        self._aside = False

    def commit(self) -> None:
        """Keeps what was saved so far, and lets others write."""
        self._session.commit()
        self._writing = False

    def rollback(self) -> None:
        """Undoes what was saved since the last commit, and lets others write."""
        self._session.rollback()
        self._writing = False

    @contextmanager
    def _saving(self) -> Iterator[Session]:
        try:
            if not self._writing:
                take_write_lock(self._session.connection())
                self._writing = True
            yield self._session
        except BaseException:
            self.rollback()
            raise

    @property
    def access(self) -> Access:
        """Accounts, sessions, keys and the audit log, in the same unit of work."""
        return Access(self._session, self._now, self._saving)

    # Writing

    def begin_writing(self) -> None:
        """Takes the write lock now: what is read from here on cannot be changed by anybody else until the commit."""
        with self._saving():
            pass

    def save_additions(self, rows: Sequence[NewRow], *, made_by: str, why: str) -> tuple[Addition, ...]:
        """Appends rows to the directory's additions, as one batch; gives them with their ids. What is there is never
        edited or removed."""
        with self._saving() as session:
            return additions.save_additions(session, rows, made_by, why, self._now)

    def save_decision(self, made: NewDecision, *, made_by: str, why: str) -> Decision:
        """Appends it to the decisions; gives it with its id. What is there is never edited or removed."""
        with self._saving() as session:
            return decisions.save_decision(session, made, made_by, why, self._now)

    def copy_decisions(self, made: Iterable[Decision]) -> None:
        """Those of another store, into one that has none."""
        with self._saving() as session:
            decisions.copy_decisions(session, made)

    def save_article(
        self,
        article: Article,
        claims: Iterable[Claim],
        *,
        keys: Mapping[str, Keys],
        read_at: datetime,
        directory: str | None = None,
        set_aside: Iterable[Claim] = (),
    ) -> bool:
        """Stores this revision and makes it the article's current one; False when it was stored already.

        `claims` are those in force, `set_aside` what the machine reads, and what people had, under those of people.
        `keys` are those of each claim by its id; `directory` the digest of a saved outlet directory, behind the claims'
        standings. A revision that is read again gets the claims given now: those that stay keep their comparisons and
        groups, those no longer found are removed with theirs. A superseded revision keeps its claims, out of all
        groups. Reprints of an article whose claims changed are dropped.
        """
        reading = saving.Reading(
            article=article,
            claims=tuple(claims),
            set_aside=tuple(set_aside),
            keys=keys,
            read_at=read_at,
            directory=directory,
        )
        with self._saving() as session:
            return saving.save_reading(session, reading)

    def save_directory(self, outlets: Iterable[Outlet], *, version: str, digest: str) -> bool:
        """Stores the outlet directory as it stands; False when one of this digest was stored already."""
        row = DirectoryRow(digest=digest, version=version, saved_at=self._now)
        with self._saving() as session:
            return directories.save_directory(session, row, outlets)

    def save_comparisons(self, comparisons: Iterable[Comparison]) -> None:
        """What was stored of the same two claims is replaced; both must be stored."""
        with self._saving() as session:
            comparing.save_comparisons(session, comparisons)

    def save_groups(self, groups_made: Iterable[Group]) -> None:
        """The claims leave the groups they were in; those who stay behind keep together. Groups that were merged or
        split by it are recorded."""
        with self._saving() as session:
            groups.save_groups(session, groups_made, self._now)

    def compare_anew(self, policy: str, keyed: Iterable[tuple[str, Keys]], days: Mapping[str, int]) -> None:
        """Drops every comparison and reprint, and gives the claims these keys and day numbers: from here on the store
        is compared by this policy. Of the keys no more are held at once than are written."""
        with self._saving() as session:
            policies.compare_anew(session, policy, keyed, days, self._now)

    def save_reprints(self, found: Iterable[Reprint]) -> None:
        """What was stored of the same two articles is replaced; both must be stored."""
        with self._saving() as session:
            reprints.save_reprints(session, found)

    # What was put in

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

    def find_request(self, caller: str, key: str) -> tuple[RequestKey, int] | None:
        """The request that came with this key, and the job that it made; None for a key that is new."""
        return jobs.find_request(self._session, caller, key)

    def save_request(self, request: RequestKey, job_id: int) -> None:
        with self._saving() as session:
            jobs.save_request(session, request, job_id, self._now)

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

    def begin_findings(self, made_with: str) -> bool:
        """Drops what was found with something else, and has every claim looked at again; whether it had to."""
        with self._saving_findings() as session:
            return findings.begin_anew(session, made_with)

    def save_findings(
        self, looked_at: Iterable[str], found: Sequence[KeptFinding], of_groups: Sequence[KeptGroup]
    ) -> None:
        """`looked_at` are the ids of the claims that are no longer due, stored or not: what was kept of them is
        replaced by what is found now."""
        with self._saving_findings() as session:
            findings.save_findings(session, looked_at, found, of_groups)

    @contextmanager
    def _saving_findings(self) -> Iterator[Session]:
        if self._aside:
            yield self._session
            return
        with self._saving() as session:
            yield session

    def keep_findings_aside(self) -> None:
        """From here on what is found is kept for this unit of work alone, and no write lock is taken: for a store that
        may only be read, or is being written to. It starts with what the store keeps."""
        self.rollback()
        aside.set_aside(self._session)
        self._aside = True

    def begin_reading(self) -> None:
        """Until the unit of work ends, everything is read as it stands now."""
        aside.begin_reading(self._session)

    # Articles

    def find_article(self, name: str) -> Article:
        """The current revision, by URL, by locator, or by the first characters of the id. Raises NotStored, or
        InvalidOption where several articles are meant."""
        return articles.find_article(self._session, name)

    def articles(self, wanted: ArticleFilter | None = None) -> tuple[Article, ...]:
        """Current revisions, the latest published first unless told otherwise, then by id."""
        return articles.list_articles(self._session, wanted or ArticleFilter())

    def articles_by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """Current revisions; an id that is not stored is left out."""
        return articles.articles_by_id(self._session, ids)

    def revisions(self, article_id: str) -> tuple[StoredRevision, ...]:
        """In the order of reading; empty for an article that is not stored."""
        return articles.revisions(self._session, article_id)

    def count_articles(self) -> int:
        return articles.count_articles(self._session)

    def count_wanted(self, wanted: ArticleFilter) -> int:
        """Whatever the limit."""
        return articles.count_wanted(self._session, wanted)

    def counts(self, article_ids: Iterable[str]) -> dict[str, ArticleCounts]:
        """How many claims and revisions each article has; an id that is not stored is left out."""
        return articles.count_parts(self._session, article_ids)

    def outlets_of(self, digest: str) -> tuple[Outlet, ...]:
        """The outlets of a stored directory, sorted by id. Raises NotStored."""
        return directories.outlets_of(self._session, digest)

    def additions(self) -> tuple[Addition, ...]:
        """What was ever added to the directory, retracted or not, in the order of adding."""
        return additions.list_additions(self._session)

    # Claims

    def claims_of(self, article_id: str, revision: str | None = None) -> tuple[Claim, ...]:
        """Those in force, in the order they were saved in; of the current revision unless another's digest is given."""
        return claims.claims_of(self._session, article_id, revision)

    def claims_of_articles(self, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """As `claims_of`, for many articles at once; one without claims is left out."""
        return claims.claims_of_articles(self._session, article_ids)

    def claims_read(self, article_ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """What the machine reads in these articles, in force or set aside, in the order of saving; an article without
        claims is left out."""
        return claims.claims_read(self._session, article_ids)

    def claims(self, wanted: ClaimFilter | None = None) -> tuple[Claim, ...]:
        """In force, of current revisions, the latest published first, then by article and in the order of its text."""
        return claims.list_claims(self._session, wanted or ClaimFilter())

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Of any revision, in force or set aside, by id in order; an id that is not stored is left out."""
        return claims.claims_by_id(self._session, ids)

    def articles_of_claims(self, ids: Iterable[str]) -> dict[str, str]:
        """By claim id, those of claims of current revisions."""
        return claims.articles_of_claims(self._session, ids)

    def wordings(self, ids: Iterable[str]) -> dict[str, StoredWording]:
        """What comparing needs of claims of current revisions, by id in order; others are left out."""
        return claims.wordings(self._session, ids)

    def all_wordings(self) -> Iterator[StoredWording]:
        """Those of all claims of current revisions, by id, read as they are asked for."""
        return claims.all_wordings(self._session)

    def candidates_of(self, keys: Mapping[str, Keys], *, day: date | None, limit: int) -> dict[str, tuple[str, ...]]:
        """By the names given, the ids of the claims of current revisions to compare with one that has these keys and
        was published on this day: those that share most weight first, then by id; `limit` holds for each."""
        return claims.candidates(self._session, keys, day, limit)

    def find_claim(self, name: str) -> Claim:
        """Of a current revision, by the first characters of its id. Raises NotStored, or InvalidOption where several
        claims are meant."""
        return claims.find_claim(self._session, name)

    # Who has what part in them: of current revisions alone

    def tally_outlets(self, outlets: Sequence[str] | None = None) -> dict[str, dict[Role, Tally]]:
        """By id and role: those of the directory that have a part in any claim; only these where some are given."""
        return crediting.tally_outlets(self._session, outlets)

    def strangers(self, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Outlets that articles credit and the directory does not know, by name, those with most claims first."""
        return crediting.list_strangers(self._session, wanted)

    def speakers(self, *, unnamed: bool = False, words: str | None = None, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Those who are named, or else what unnamed ones are called, by name and kind, those with most claims first;
        `words` are a part of the name, whatever the case."""
        return crediting.list_speakers(self._session, unnamed, words, wanted)

    def count_speakers(self, *, unnamed: bool = False, words: str | None = None) -> int:
        return crediting.count_speakers(self._session, unnamed, words)

    def tally_part(self, part: Part) -> tuple[Tally, ...]:
        """One for each kind of agent of that name; none where there is no such part."""
        return crediting.tally_part(self._session, part)

    def days_of(self, part: Part) -> tuple[DayTally, ...]:
        """In the order of time, the day that is not known last."""
        return crediting.days_of(self._session, part)

    def claims_of_part(self, part: Part, wanted: Slice = ALL) -> tuple[Claim, ...]:
        """The latest published first, then by article and in the order of its text."""
        return crediting.claims_of_part(self._session, part, wanted)

    def publishers_crediting(self, outlet: str, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Who prints articles that credit the outlet, with how many of their claims do, most first."""
        return crediting.publishers_crediting(self._session, outlet, wanted)

    def credited_beside(self, outlet: str, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Other outlets credited in the articles that credit this one, with how many articles, most first; `claims` are
        those of the other."""
        return crediting.credited_beside(self._session, outlet, wanted)

    def outlets_of_speaker(self, part: SpeakerPart) -> tuple[Tally, ...]:
        """The publishers and carriers of the speaker's claims, those with most first."""
        return crediting.outlets_of_speaker(self._session, part)

    def cues_of(self, part: Part) -> dict[str, int]:
        """The words that attribute its claims, with how many; claims without such words are left out."""
        return crediting.cues_of(self._session, part)

    def count_contradicted(self, part: Part) -> int:
        """How many of its claims say otherwise than another, as the machine compares their words."""
        return crediting.count_contradicted(self._session, part)

    # How they stand to one another

    def decisions(self) -> tuple[Decision, ...]:
        """What people ever decided, undone or not, in the order of deciding."""
        return decisions.list_decisions(self._session)

    def corrections_of(self, article_id: str) -> tuple[Decision, ...]:
        """What people decided of the reading of an article, and every undoing, in the order of deciding."""
        return decisions.corrections_of(self._session, article_id)

    def policy(self) -> str | None:
        """By which the stored claims were compared; None where none was."""
        return policies.policy(self._session)

    def group_changes(self) -> tuple[GroupChange, ...]:
        """Merges and splits of groups, in the order in which they happened."""
        return groups.group_changes(self._session)

    def bonds_among(self, claim_ids: Iterable[str], code: str | None = None) -> tuple[Comparison, ...]:
        """As `comparisons_among`, without reasons but that of this code, which has no words here."""
        return comparing.bonds_among(self._session, claim_ids, code)

    def comparisons_among(self, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
        """Those between two of these claims, sorted."""
        return comparing.comparisons_among(self._session, claim_ids)

    def comparisons_of(self, claim_ids: Iterable[str]) -> tuple[Comparison, ...]:
        """Those of these claims with any claim of a current revision, sorted."""
        return comparing.comparisons_of(self._session, claim_ids)

    def component(self, claim_ids: Iterable[str]) -> frozenset[str]:
        """The ids of these claims and of all that comparisons connect to them, over however many steps: claims of
        current revisions only. Comparisons that found two claims unrelated connect nothing."""
        return comparing.component(self._session, claim_ids)

    def groups_of(self, claim_ids: Iterable[str]) -> tuple[Group, ...]:
        """The groups that hold any of these claims, sorted."""
        return groups.groups_of(self._session, claim_ids)

    def groups_named(self, name: str) -> tuple[Group, ...]:
        """Those whose ids begin so, sorted by id, or else those that hold a claim after which a group of that name was
        once called; none for what is no beginning of an id."""
        return groups.groups_named(self._session, name)

    def groups(self, *, least: int = 2, limit: int | None = None, offset: int = 0) -> tuple[Group, ...]:
        """Those of at least so many claims, the largest first, then by id."""
        return groups.list_groups(self._session, least, limit, offset)

    def count_groups(self, *, least: int = 2) -> int:
        """Those of at least so many claims."""
        return groups.count_groups(self._session, least)

    def reprints_of(self, article_ids: Iterable[str]) -> tuple[Reprint, ...]:
        """Those that touch any of these articles, sorted."""
        return reprints.reprints_of(self._session, article_ids)

    # What was found

    def is_whole(self, made_with: str) -> bool:
        """Whether findings are kept of all claims as they stand now, made with this."""
        return findings.is_whole(self._session, made_with)

    def due(self, limit: int) -> tuple[Due, ...]:
        """Claims of which something changed since they were looked at, by id."""
        return findings.list_due(self._session, limit)

    def count_due(self) -> int:
        return findings.count_due(self._session)

    def found(self, wanted: FindingFilter) -> tuple[FoundClaim, ...]:
        """Holds where the findings are whole; so do all that follow."""
        return finding_lists.list_found(self._session, wanted)

    def count_found(self, wanted: FindingFilter) -> int:
        """Whatever the limit."""
        return finding_lists.count_found(self._session, wanted)

    def found_groups(
        self, *, circular: bool = False, limit: int | None = None, offset: int = 0
    ) -> tuple[KeptGroup, ...]:
        """Groups in force of two claims or more, the largest first, then by id; with `circular` those that hold
        circular reporting."""
        return finding_lists.list_kept_groups(self._session, circular=circular, limit=limit, offset=offset)

    def members_of(self, group_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The claims of groups in force, sorted."""
        return finding_lists.members_of(self._session, group_ids)

    def totals(self) -> StoredTotals:
        return finding_lists.read_totals(self._session)
