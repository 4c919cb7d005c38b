"""The store on a migrated SQLite file and on a real PostgreSQL."""
