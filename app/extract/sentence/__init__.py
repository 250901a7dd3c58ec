"""What a sentence says by its parse: clauses, happenings, who takes part."""
