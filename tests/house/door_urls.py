"""Views inside an agency that do what views do, well and badly, to try the door on them."""

from datetime import date

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path

from alongside.foundation import tenancy
from alongside.foundation.doing import find
from alongside.foundation.errors import Fault, No, NotHere, Refused, Unacceptable
from alongside.people.models import Client
from alongside.project.urls import handler400, handler404, handler500, urlpatterns
from alongside.workforce.models import Cover, Staff

__all__ = ["handler400", "handler404", "handler500"]

TRIES: list[str] = []


def write(request: HttpRequest) -> None:
    """Something that must not stay after a no."""
    me = request.actor.staff_id
    other = Staff.objects.exclude(pk=me)[0]
    Cover.objects.create(absent_id=me, stand_in=other, began_on=date(2026, 1, 1), ends_on=date(2026, 1, 2))


def answers(request: HttpRequest, status: int) -> HttpResponse:
    write(request)
    return HttpResponse(status=status)


def refuses(request: HttpRequest) -> HttpResponse:
    write(request)
    theo = Client.objects.get(identifier="C-2")
    no = No("foundation.policy.not_related", way_on=request.GET.get("way", "/account/confirm/"))
    raise Refused(no, "people.see", theo)


def finds(request: HttpRequest, client: str) -> HttpResponse:
    return HttpResponse(str(find("people.Client", client).pk))


def faults(request: HttpRequest) -> HttpResponse:
    write(request)
    raise Unacceptable(Fault("foundation.fault.other_client"))


def absent(request: HttpRequest) -> HttpResponse:
    write(request)
    raise NotHere("people.Client")


def breaks(request: HttpRequest) -> HttpResponse:
    write(request)
    raise ZeroDivisionError("Theodore Bell")  # a name that must not be shown


def quarrels(request: HttpRequest, times: int) -> HttpResponse:
    """A deadlock, as PostgreSQL reports it, for the first tries."""
    write(request)
    TRIES.append("try")
    if len(TRIES) <= times:
        with connection.cursor() as cursor:
            cursor.execute("do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$")
    return HttpResponse("done")


def needs_first(request: HttpRequest) -> HttpResponse:
    """Something slow is needed that nobody may do inside: it is done outside, once, and the view is asked again."""
    write(request)
    if "made" not in TRIES:
        raise tenancy.FirstOutside(lambda: TRIES.append("waits" if tenancy.current() else "made"))
    return HttpResponse("done")


def renders(request: HttpRequest) -> HttpResponse:
    """Its page asks the database while it is rendered, which is too late."""
    return TemplateResponse(request, "doorways/not_here.html", {})


def standing(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('alongside.agency'), current_setting('synchronous_commit')")
        return HttpResponse(" ".join(cursor.fetchone()))


def typed(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


urlpatterns = [
    *urlpatterns,
    path("t/answers/<int:status>/", answers),
    path("t/refuses/", refuses),
    path("t/clients/<client>/", finds),
    path("t/faults/", faults),
    path("t/absent/", absent),
    path("t/breaks/", breaks),
    path("t/quarrels/<int:times>/", quarrels),
    path("t/needs-first/", needs_first),
    path("t/renders/", renders),
    path("t/standing/", standing),
    path("t/typed/", typed),
]
