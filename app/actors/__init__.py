"""Actors: names, aliases, and links between words and actors."""
