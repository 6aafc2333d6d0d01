"""What the door says when it does not open: sign in, not here, refused, a form that went stale."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from alongside.foundation.errors import Refused, Unacceptable


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To sign-in and back. What somebody typed into a form is shown again, not lost."""
    if request.user.is_authenticated:
        return HttpResponseRedirect("/account/seat/")
    if request.method == "POST":
        typed = [(name, v) for name, vs in request.POST.lists() for v in vs if name not in HIDDEN and v.strip()]
        return render(request, "doorways/expired.html", {"typed": typed}, status=401)
    return HttpResponseRedirect(f"/account/login/?{urlencode({'next': request.get_full_path()})}")


HIDDEN = {"csrfmiddlewaretoken", "password", "code", "client"}


def no_seat(request: HttpRequest) -> HttpResponse:
    request.session.pop("seat", None)
    return render(request, "doorways/no_seat.html", status=403)


def refused(request: HttpRequest, no: Refused) -> HttpResponse:
    return render(request, "doorways/refused.html", {"no": no.no, "verb": no.verb}, status=403)


def unacceptable(request: HttpRequest, no: Unacceptable) -> HttpResponse:
    return render(request, "doorways/unacceptable.html", {"faults": no.faults}, status=422)


def not_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "doorways/not_here.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "doorways/broken.html", status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is old (signed out meanwhile, or another tab signed in)."""
    typed = [(name, v) for name, vs in request.POST.lists() for v in vs if name not in HIDDEN and v.strip()]
    return render(request, "doorways/expired.html", {"typed": typed}, status=403)
