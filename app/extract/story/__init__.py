"""Happenings of many articles grouped into stories: pure functions of tellings; no clock, no I/O."""
