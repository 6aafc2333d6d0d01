"""Small facts about accounts for the floors above."""

from uuid import UUID

from alongside.accounts.models import Account


def account_with(email: str) -> UUID | None:
    """The account that signs in with this address."""
    return Account.objects.filter(email__iexact=email.strip()).values_list("pk", flat=True).first()
