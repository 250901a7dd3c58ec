"""The database: the only package that imports sqlalchemy. Knows only the domain."""
