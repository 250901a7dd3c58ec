"""Timelines: walks along keys, filters by words, counts."""
