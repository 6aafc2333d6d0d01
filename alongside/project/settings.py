"""Settings. What differs between installations comes from the environment (docs/operations/)."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ALONGSIDE_DATA", ROOT / ".alongside"))
DEBUG = False
DEMO_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
ALLOWED_HOSTS = os.environ.get("ALONGSIDE_HOSTS", ",".join(DEMO_HOSTS)).split(",")


def _secret() -> str:
    if given := os.environ.get("ALONGSIDE_SECRET"):
        return given
    kept = DATA / "secret"
    return kept.read_text().strip() if kept.exists() else "only-for-commands-that-serve-nothing"


SECRET_KEY = _secret()


def database(url: str) -> dict[str, object]:
    """A Django database from a postgresql:// URL; a socket directory may stand in ?host=."""
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
    host = unquote(options.pop("host", "") or parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": options.pop("port", "") or str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: unquote(value) for name, value in options.items()},
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


_role = "ALONGSIDE_OWNER_DATABASE_URL" if os.environ.get("ALONGSIDE_AS_OWNER") else "ALONGSIDE_DATABASE_URL"
DATABASES = {"default": database(os.environ.get(_role, "postgresql:///alongside"))}

APPS = ["foundation", "accounts", "agencies", "parties", "workforce", "people"]
APPS += ["consents", "documents", "plans", "schedule", "sessions"]
APPS += ["behaviour", "living", "fidelity", "safety", "instruments"]
APPS += ["assessments", "incidents", "intake", "skills", "notes", "outcomes"]
APPS += ["reports", "chart", "desk", "field", "interchange"]
APPS = [app for app in APPS if (ROOT / "alongside" / app / "apps.py").exists()]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    *[f"alongside.{app}" for app in APPS],
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "alongside.project.headers.NothingKept",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.foundation.webkit.language.language_middleware",
    "alongside.project.door.Door",
]
ROOT_URLCONF = "alongside.project.urls"
WSGI_APPLICATION = "alongside.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "alongside" / "project" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.project.nav.around",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.Account"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # the address is unique in any case of letters: account_email_once
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_ENGINE = "alongside.accounts.store"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("ALONGSIDE_HTTPS"))
_host = "__Host-" if SESSION_COOKIE_SECURE else ""  # no other host, and no page without https, can set such a cookie
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_host}alongside_session", f"{_host}csrftoken"
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "alongside.project.doorways.stale_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "web"]
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

EMAIL_HOST = os.environ.get("ALONGSIDE_MAIL_HOST", "")
DEFAULT_FROM_EMAIL = os.environ.get("ALONGSIDE_MAIL_FROM", "alongside@localhost")

ALONGSIDE_PSEUDO_LOCALE = bool(os.environ.get("ALONGSIDE_PSEUDO_LOCALE"))

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en-us"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "alongside.project.logs.WithoutMessages"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("ALONGSIDE_LOG", "WARNING")},
}
from alongside.project.signing_in import *  # noqa: E402, F403  (the settings of sign-in, kept together)
