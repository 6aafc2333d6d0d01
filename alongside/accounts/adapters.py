"""What django-allauth asks of us: our words, our limits, our session, our keys."""

import base64
import logging
from secrets import token_bytes
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from alongside.accounts import happenings, proof, sessions
from alongside.foundation.boxes import box
from alongside.foundation.webkit.fields import said

WRONG_CODE = said("accounts.fault.code")
PRODUCT = "Alongside"
FACTORS = "alongside factors"
log = logging.getLogger("alongside.accounts")


class Entrance(DefaultAccountAdapter):
    error_messages = {
        "email_password_mismatch": said("accounts.fault.mismatch"),
        "too_many_login_attempts": said("accounts.fault.too_many"),
        "rate_limited": said("accounts.fault.too_many"),
        "incorrect_code": WRONG_CODE,
    }

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        sessions.begin(request)
        happenings.tell("signed_in", user.pk, proof.proven(request) or "password")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        from alongside.accounts.models import Account  # noqa: PLC0415  (allauth reads this file before the models)

        account = Account.objects.filter(email__iexact=credentials.get("email", "")).first()
        happenings.tell("failed", account.pk if account else None, "password")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of the browser: behind n trusted proxies, the n-th from the right that they wrote down."""
        direct = str(request.META.get("REMOTE_ADDR", ""))
        told = [ip.strip() for ip in request.headers.get("X-Forwarded-For", "").split(",")]
        proxies = settings.ALONGSIDE_PROXIES
        return told[-proxies][:45] if proxies and len(told) >= proxies else direct

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Tries are counted by address, whatever name of ours the browser used."""
        return str(credentials.get("email", "")).casefold()

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say what happened themselves."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Our views ask for it themselves (`views.guards.confirmed_first`)."""
        return False


class Factors(DefaultMFAAdapter):
    error_messages = {"incorrect_code": WRONG_CODE}

    def get_totp_issuer(self) -> str:
        return PRODUCT

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": PRODUCT}

    def encrypt(self, text: str) -> str:
        """Secrets of authenticator apps and recovery codes are not readable in a stolen back-up."""
        return box(FACTORS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return box(FACTORS).decrypt(encrypted_text.encode()).decode()
        except InvalidToken:  # sealed under a secret that this installation no longer has: no code is right
            log.error("a second factor cannot be opened with this installation's secret")
            return base64.b32encode(token_bytes(20)).decode()
