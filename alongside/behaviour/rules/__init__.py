"""What is true of observations: pure functions on plain values."""
