"""Just enough settings to render the web kit alone, without a database."""

SECRET_KEY = "kit"
USE_TZ = True
INSTALLED_APPS = ["alongside.foundation"]
ALONGSIDE_PSEUDO_LOCALE = True
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
