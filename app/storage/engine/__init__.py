"""The database itself: opened, migrated, written to by one writer, copied."""
