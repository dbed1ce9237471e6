"""The databases: what is derived from the archive, for reading; and what must not be published, beside it.

``policies.db`` is public and made by ``tracker.build``; ``private.db`` belongs to those who alert and watch.
SQL stays SQL: the tables are in ``schema.sql``, the questions people ask are views in ``views.sql``.
"""

from tracker.database.connections import connect
from tracker.database.schema import TABLES, create, create_indexes

__all__ = ["TABLES", "connect", "create", "create_indexes"]
