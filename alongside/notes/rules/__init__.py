"""What is true of progress notes: pure functions, one file a question."""
