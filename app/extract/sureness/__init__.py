"""How sure a text is of an event: its factuality."""
