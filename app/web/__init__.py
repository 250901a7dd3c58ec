"""What people see: page templates and static files as package data, and how those files are named and packed.

In: the files of this package. Out: bytes to serve. It knows nothing of HTTP beyond media types, and nothing of events.
"""
