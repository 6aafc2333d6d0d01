"""Bad input, over every form and field. The numbers are those of docs/bad-inputs.md."""
