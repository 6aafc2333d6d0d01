"""Who signs in. One account may have a seat in several agencies, or in none."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.module_loading import import_string

from alongside.foundation.ids import uuid7


class Accounts(BaseUserManager["Account"]):
    """What Django's sign-in needs to find an account."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Account":
        account = self.model(email=self.normalize_email(email), **values)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Outside every agency's wall: an e-mail address, a password, and nothing about anybody's work."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(max_length=254)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(db_default=Now())

    objects = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email_once")]


class SignedIn(AbstractBaseSession):
    """A signed-in browser. Its account stands in a column, so that all of somebody's can be ended at once."""

    account_id = models.UUIDField(null=True, db_index=True)
    began_at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField(db_default=Now())

    @classmethod
    def get_session_store_class(cls) -> type:
        return import_string("alongside.accounts.store.SessionStore")
