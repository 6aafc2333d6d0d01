"""Pages of assessments and structured analyses."""
