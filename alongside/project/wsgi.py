"""The web process: serves only under a role that cannot step over the walls."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection

from alongside.project.powers import refuse_if_powerful

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
application = get_wsgi_application()
refuse_if_powerful(connection)
connection.close()
