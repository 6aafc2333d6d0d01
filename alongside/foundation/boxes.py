"""What is kept sealed at rest with the installation's secret, so that a stolen back-up does not show it."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def box(purpose: str) -> MultiFernet:
    """A box of one purpose, with a key made from the installation's secret; older secrets open what they sealed."""
    known = [str(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    keys = [hashlib.sha256(purpose.encode() + secret.encode()).digest() for secret in known]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
