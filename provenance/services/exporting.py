"""The directory in force, in the forms that others read."""

from datetime import date, datetime

from provenance.outlets import Directory, classify, directory_tables, linked_data, statements
from provenance.services.directories import directory_in_force
from provenance.services.documents import Document, directory_to_dict
from provenance.services.values.tables import Table
from provenance.settings import Settings


def export_document(settings: Settings, now: datetime, on: date) -> Document:
    """Everything: outlets with all that is known of them and what they are at the day, and raters. What `import` reads
    again."""
    return directory_to_dict(directory_in_force(settings, now), on)


def export_linked_data(settings: Settings, now: datetime, on: date) -> Document:
    """NewsMediaOrganization of schema.org, as of the day."""
    return linked_data(directory_in_force(settings, now), on)


def export_statements(settings: Settings, now: datetime, on: date) -> tuple[Document, ...]:
    """Of followthemoney, in order; labels are those of the day."""
    return tuple(statements(directory_in_force(settings, now), on))


def export_tables(settings: Settings, now: datetime, on: date) -> tuple[Table, ...]:
    """The tables that the directory is made of, and two that follow from them: which directory it is, and what each
    outlet is at the day."""
    directory = directory_in_force(settings, now)
    tables = [
        Table(name=name, columns=tuple(rows[0]) if rows else (), rows=tuple(tuple(row.values()) for row in rows))
        for name, rows in directory_tables(directory).items()
    ]
    about = Table(
        name="directory",
        columns=("version", "digest", "on"),
        rows=((directory.version, directory.digest, on.isoformat()),),
    )
    return (*tables, _classifications(directory, on), about)


def _classifications(directory: Directory, on: date) -> Table:
    derived = [classify(directory, outlet, on) for outlet in directory.outlets]
    return Table(
        name="classifications",
        columns=("outlet", "on", "label", "state_affiliated", "control_family", "rule"),
        rows=tuple(
            (
                each.outlet,
                on.isoformat(),
                each.standing.label.value,
                each.standing.state_affiliated.value,
                each.standing.control_family,
                each.rule,
            )
            for each in derived
        ),
    )
