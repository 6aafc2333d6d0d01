"""A visit as it happens: begin, record, end; and help at once."""
