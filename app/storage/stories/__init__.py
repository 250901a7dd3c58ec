"""What several articles tell of: tellings, the stories they make, and the events written for these."""
