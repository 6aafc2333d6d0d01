"""Django's database sessions, with the account in a column of its own."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Rows

from alongside.accounts.models import SignedIn


class SessionStore(Rows):
    @classmethod
    def get_model_class(cls) -> type[SignedIn]:
        return SignedIn

    def create_model_instance(self, data: dict[str, Any]) -> SignedIn:
        row: SignedIn = super().create_model_instance(data)
        row.account_id = data.get("_auth_user_id")
        return row
