"""Example articles written for this project: invented news, so that a first look has something to look at."""
