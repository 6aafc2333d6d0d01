"""Whether this process lives, and whether it may be sent work. No versions, no names."""

import shutil
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from alongside.foundation.webkit.outside import outside

LEAST_DISK = 200_000_000  # bytes
OPEN = "asked by machines, says nothing about anybody"


@outside(OPEN)
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"alive": True})


@outside(OPEN)
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when each check passes, 503 when one does not."""
    passed = {name: check() for name, check in CHECKS.items()}
    return JsonResponse(passed, status=200 if all(passed.values()) else 503)


def database() -> bool:
    """It answers, and a commit is on its disk before it is answered."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select current_setting('synchronous_commit') <> 'off'")
            return bool(cursor.fetchone()[0])
    except DatabaseError:
        return False


def migrations() -> bool:
    """Every table of this version is there."""
    try:
        return newest() <= set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return False


@cache
def newest() -> frozenset[tuple[str, str]]:
    """The last migration of each app, as the files say."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def disk() -> bool:
    place = settings.DATA if settings.DATA.exists() else settings.ROOT
    return shutil.disk_usage(place).free > LEAST_DISK


CHECKS: dict[str, Callable[[], bool]] = {"database": database, "migrations": migrations, "disk": disk}
