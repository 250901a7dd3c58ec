"""Mentions of one article that tell of the same happening."""
