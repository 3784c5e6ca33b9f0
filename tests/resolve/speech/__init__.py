"""Articles written for the tests, with frozen parses; the persons are invented."""
