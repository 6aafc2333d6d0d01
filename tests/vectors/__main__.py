"""`python -m tests.vectors` writes the vectors of the rules anew, from the product's own code."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
os.environ.setdefault("ALONGSIDE_DATABASE_URL", "postgresql:///nothing")

import django  # noqa: E402

django.setup()

from tests.vectors.making import HERE, files  # noqa: E402

if __name__ == "__main__":
    for name, text in files().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
