"""The pages about clients, staff, programs and sites."""
