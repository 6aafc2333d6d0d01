"""The settings of sign-in: django-allauth, second factors, limits. Loaded by settings.py."""

import os

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "alongside.accounts.adapters.Entrance"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SESSION_REMEMBER = True  # how long is ours to say: accounts/store.py
ACCOUNT_SESSION_COOKIE_AGE = SESSION_COOKIE_AGE = 12 * 60 * 60
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}
MFA_ADAPTER = "alongside.accounts.adapters.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # who invites somebody says whose address it is
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a step before and after: clocks differ. A code is good once: accounts/factors.py
MFA_RATE_LIMITS = {"webauthn_login": "20/m/ip"}
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/account/seat/"
CACHES = {"default": {"BACKEND": "alongside.accounts.shared_memory.SharedMemory"}}
ALONGSIDE_PROXIES = int(os.environ.get("ALONGSIDE_PROXIES", "0"))  # how many in front of us write X-Forwarded-For
if ALONGSIDE_PROXIES:  # the nearest one ends https and says so; without one, anybody could say it
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
