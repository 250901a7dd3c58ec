"""Actors by the names they bear."""
