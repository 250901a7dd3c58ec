"""Which time belongs to which event, and how sure that is."""
