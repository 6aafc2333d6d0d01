"""Who signs in. One account may have a seat in several agencies, or in none."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.module_loading import import_string

from alongside.foundation.ids import uuid7

HAPPENINGS = (
    "signed_in", "failed", "confirmed", "signed_out", "ended", "invited", "password_set", "factors_removed",
    "totp_added", "passkey_added", "passkey_removed", "codes_made",
)  # fmt: skip


class Accounts(BaseUserManager["Account"]):
    """What Django's sign-in needs to find an account."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Account":
        account = self.model(email=email.strip().lower(), **values)
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
        constraints = [
            models.UniqueConstraint(Lower("email"), name="account_email_once"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="account_email_lower"),
        ]


class SignedIn(AbstractBaseSession):
    """A signed-in browser. Its account stands in a column, so that all of somebody's can be ended at once."""

    account_id = models.UUIDField(null=True, db_index=True)
    began_at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField(db_default=Now())
    idle_minutes = models.SmallIntegerField(db_default=30)

    @classmethod
    def get_session_store_class(cls) -> type:
        return import_string("alongside.accounts.store.SessionStore")


class Invitation(models.Model):
    """A link by which one person sets up how they sign in, once. Only the digest of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    digest = models.BinaryField(unique=True)
    made_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Happening(models.Model):
    """What happened to an account at the door: signed in, failed, a factor added. Permanent.

    Without an account: a try for an address that nobody has. It costs the same time as one that somebody has.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, null=True, on_delete=models.DO_NOTHING, related_name="+")
    what = models.TextField(choices=[(w, w) for w in HAPPENINGS])
    how = models.TextField(default="", help_text="password, totp, recovery_codes, passkey, demo")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["account", "-at"], name="happening_account_at")]


class DemoPerson(models.Model):
    """A member of the demo's cast, offered at sign-in. PostgreSQL shows the rows only while every agency is a demo."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="+")
    position = models.SmallIntegerField()
    name = models.TextField()
    role = models.TextField()
    look_at = models.TextField(help_text="one sentence: what to look at as this person")


class Remembered(models.Model):
    """What every process must remember for a while: failed tries, codes already used. See shared_memory.py."""

    key = models.TextField(primary_key=True)
    value = models.JSONField()
    ends_at = models.DateTimeField(null=True, db_index=True)
