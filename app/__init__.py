"""Dateline: reads news articles, works out when what they tell of happened, and keeps it as timelines."""
