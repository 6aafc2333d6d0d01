"""A walk through every page and every form of one agency: the suites on bad input, on secrets and on words share it."""
