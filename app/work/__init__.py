"""The use cases that write: ingest, dispatch of extraction to processes, backfill."""
