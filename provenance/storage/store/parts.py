"""Who has what part in claims: of current revisions alone."""

from collections.abc import Sequence

from provenance.model import AgentKind, Claim, Role
from provenance.storage import crediting, tallying
from provenance.storage.parts import ALL, DayTally, OutletPart, Part, Slice, SpeakerPart, Tally
from provenance.storage.store.unit import UnitOfWork


class Parts(UnitOfWork):
    def tally_outlets(self, outlets: Sequence[str]) -> dict[str, dict[Role, Tally]]:
        """By id and role; one that has no part in any claim is left out."""
        return crediting.tally_outlets(self._session, outlets)

    def tally_directory(self) -> tuple[Tally, ...]:
        """Outlets of the directory that print claims or are credited with some, one for each of the two."""
        return tallying.tally_directory(self._session)

    def strangers(self, wanted: Slice = ALL, *, names: Sequence[str] | None = None) -> tuple[Tally, ...]:
        """Outlets that articles credit and the directory did not know when these were read, by name, those with most
        claims first; only those of these names, whatever the case, where some are given."""
        return tallying.list_strangers(self._session, names, wanted)

    def speakers(
        self,
        *,
        unnamed: bool = False,
        words: str | None = None,
        kind: AgentKind | None = None,
        wanted: Slice = ALL,
    ) -> tuple[Tally, ...]:
        """Those who are named, or else what unnamed ones are called, by name, those with most claims first; `words` are
        a part of the name, whatever its case and script. Of a name that several kinds of agent bear the tally has the
        kind with the most claims; with `kind` only that one counts."""
        return tallying.list_speakers(self._session, unnamed, words, kind, wanted)

    def count_speakers(self, *, unnamed: bool = False, words: str | None = None) -> int:
        return tallying.count_speakers(self._session, unnamed, words)

    def tally_part(self, part: Part) -> tuple[Tally, ...]:
        """One for each kind of agent of that name; none where there is no such part."""
        return crediting.tally_part(self._session, part)

    def days_of(self, part: Part) -> tuple[DayTally, ...]:
        """In the order of time, the day that is not known last."""
        return crediting.days_of(self._session, part)

    def claims_of_part(self, part: Part, wanted: Slice = ALL) -> tuple[Claim, ...]:
        """The latest published first, then by article and in the order of its text."""
        return crediting.claims_of_part(self._session, part, wanted)

    def publishers_crediting(self, carrier: OutletPart, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Who prints articles that credit the outlet, with how many of their claims do, most first."""
        return crediting.publishers_crediting(self._session, carrier, wanted)

    def credited_beside(self, carrier: OutletPart, wanted: Slice = ALL) -> tuple[Tally, ...]:
        """Other outlets credited in the articles that credit this one, with how many articles, most first; `claims` are
        those of the other."""
        return crediting.credited_beside(self._session, carrier, wanted)

    def outlets_of_speaker(self, part: SpeakerPart) -> tuple[Tally, ...]:
        """The publishers and carriers of the speaker's claims, those with most first."""
        return crediting.outlets_of_speaker(self._session, part)

    def cues_of(self, part: Part) -> dict[str, int]:
        """The words that attribute its claims, with how many; claims without such words are left out."""
        return crediting.cues_of(self._session, part)

    def count_contradicted(self, part: Part) -> int:
        """How many of its claims say otherwise than another, as the machine compares their words."""
        return crediting.count_contradicted(self._session, part)
