"""`alongside demo`: the demo agency, made by actions as its own people, when there is no agency yet."""

from alongside.project.demo.main import main

__all__ = ["main"]
