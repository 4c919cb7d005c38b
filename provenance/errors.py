"""The errors a caller can meet, one class per kind of mistake; every message says what, where and what to do. Where
that is an option or a command it is the command line's (`--language`, `provenance articles`); the desk puts its own
fields and pages in their place (`web.pointing`).

ProvenanceError
├── InputError            the article given cannot be read
│   ├── UnreadableInput       missing, a device, no permission, binary, truncated, not decodable
│   ├── InputTooLarge         beyond the size limit
│   ├── EmptyInput            nothing to read in it
│   ├── UnsupportedFormat     PDF and the like
│   ├── UnsupportedLanguage   a language without extraction rules
│   ├── FetchError            a URL that did not answer as it should
│   │   └── ForbiddenAddress  local, private, not http(s)
│   └── InvalidOption         an option's value is impossible: a date, a URL, a filter
│       └── DecidedOtherwise      a person decided otherwise, before or meanwhile
├── DirectoryError        the outlet directory's files are wrong, or an outlet is not in it
│   └── UnknownOutlet
├── ModelError            the language model is missing or is not the one expected
├── SignInRefused         name and password do not fit
├── TooBusy               too many ask for the same at once; it can be asked again
├── NotAnsweredYet        the same request came before and is being answered; it can be asked again
├── NotLookedAtYet        what is listed is being made anew; it can be asked again
├── UnwritableOutput      the file for the result cannot be written
└── StoreError            the database
    ├── StoreUnavailable      locked, read-only, full, unreachable
    ├── StoreMissing          the file that was named is not there
    ├── StoreForeign          a database of something else
    ├── StoreOutdated         made by an older version: migrate it
    ├── StoreNewer            made by a newer version: upgrade the program
    └── NotStored             no such article, claim, group, account or key
"""


class ProvenanceError(Exception):
    """The root: whatever this project raises on purpose."""


class InputError(ProvenanceError):
    """The article given cannot be read."""


class UnreadableInput(InputError):
    """Missing, not permitted, binary, truncated or not decodable."""


class InputTooLarge(InputError):
    """Larger than the limit."""


class EmptyInput(InputError):
    """There is no text to read."""


class UnsupportedFormat(InputError):
    """A format that is not read, such as PDF."""


class UnsupportedLanguage(InputError):
    """A language without extraction rules."""


class FetchError(InputError):
    """A URL did not answer as it should."""


class ForbiddenAddress(FetchError):
    """A URL that leads to the local machine, a private network, or is not http(s)."""


class InvalidOption(InputError):
    """The value of an option is impossible."""


class DecidedOtherwise(InvalidOption):
    """A decision of somebody stands against it: one in force, or one that was made since this person looked."""


class DirectoryError(ProvenanceError):
    """The outlet directory is wrong, or was asked for what it does not hold."""


class UnknownOutlet(DirectoryError):
    """The directory has no such outlet."""


class ModelError(ProvenanceError):
    """The language model is missing or is not the one expected."""


class SignInRefused(ProvenanceError):
    """Name and password do not fit, or the account is disabled: the message does not tell which."""


class TooBusy(ProvenanceError):
    """Too many ask for the same at once; whoever asks again a little later gets it."""


class NotAnsweredYet(ProvenanceError):
    """The same request came before, and whoever sent it waits for the answer still."""


class NotLookedAtYet(ProvenanceError):
    """Too many claims are still to be looked at again, and somebody is at it; lists come back when that is done."""


class UnwritableOutput(ProvenanceError):
    """The file for the result cannot be written; what stood there before still does."""


class StoreError(ProvenanceError):
    """The database cannot be used."""


class StoreUnavailable(StoreError):
    """Locked, read-only, full or unreachable."""


class StoreMissing(StoreError):
    """A store that was named and that nobody has made: there is nothing to read in it."""


class StoreForeign(StoreError):
    """A database that belongs to something else."""


class StoreOutdated(StoreError):
    """A database of an older schema: it must be migrated."""


class StoreNewer(StoreError):
    """A database of a newer schema: the program must be upgraded."""


class NotStored(StoreError):
    """There is no such article, claim, group, account or key in the store."""
