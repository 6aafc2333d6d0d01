"""What the door says when it does not open: sign in, not here, refused, a form that went stale."""

import re
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import urlencode

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.paths import local

SIGN_IN, SEAT = "/account/login/", "/account/seat/"
AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WORDS = re.compile(r"\s")  # a tap sends codes and numbers, a person writes words
UNTYPED = {"csrfmiddlewaretoken", "password", "code", "credential", "client", "next"}


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To sign-in and back. What somebody typed into a form is shown again, not lost."""
    if "HX-Request" in request.headers:  # a piece of a page: the whole page goes, not the piece
        page = of_ours(request, request.headers.get("HX-Current-URL", "")) or "/"
        return HttpResponse(status=401, headers={"HX-Redirect": f"{SIGN_IN}?{urlencode({'next': page})}"})
    if request.method == "POST":
        return expired(request, 401)
    page = request.get_full_path()
    way = SEAT if request.user.is_authenticated else SIGN_IN
    return HttpResponseRedirect(f"{way}?{urlencode({'next': page})}")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is old: somebody signed out or in meanwhile, perhaps in another tab."""
    return expired(request, 403)


def expired(request: HttpRequest, status: int) -> HttpResponse:
    page = came_from(request)
    signed_in = request.user.is_authenticated
    again = page if signed_in else f"{SIGN_IN}?{urlencode({'next': page})}"
    context = {"typed": typed(request), "again": again, "signed_in": signed_in}
    return render(request, "doorways/expired.html", context, status=status)


def typed(request: HttpRequest) -> list[str]:
    """What somebody wrote into the form that was sent: shown again where the form itself cannot be."""
    fields = [(name, text.strip()) for name, texts in request.POST.lists() for text in texts]
    return [text for name, text in fields if text and name not in UNTYPED and not AN_ID.fullmatch(text)]


def no_seat(request: HttpRequest) -> HttpResponse:
    request.session.pop("seat", None)
    return render(request, "doorways/no_seat.html", status=403)


def refused(request: HttpRequest, no: Refused) -> HttpResponse:
    """The reason as a sentence, and the way on that policy offers (breaking the glass, confirming who you are)."""
    said = {"reason": say(no.no.code, **no.no.values), "way_on": local(no.no.way_on, otherwise="")}
    way = say(no.no.way or "project.door.way_on")
    return render(request, "doorways/refused.html", {**said, "way": way}, status=403)


def unacceptable(request: HttpRequest, no: Unacceptable) -> HttpResponse:
    faults = [(say(fault.code, **fault.values), fault.place) for fault in no.faults]
    words = [text for text in typed(request) if WORDS.search(text)]
    context = {"faults": faults, "back": came_from(request), "typed": words}
    return render(request, "doorways/unacceptable.html", context, status=422)


def not_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same to the last byte for what is absent and what is another agency's: nothing of the request is in it."""
    return HttpResponse(render_to_string("doorways/not_here.html"), status=404)


def garbled(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse(render_to_string("doorways/garbled.html"), status=400)


def busy(request: HttpRequest) -> HttpResponse:
    response = render(request, "doorways/busy.html", {"back": came_from(request)}, status=503)
    response.headers["Retry-After"] = "1"
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: the database may be what is broken, and the page must not ask it who is signed in."""
    return HttpResponse(render_to_string("doorways/broken.html"), status=500)


def came_from(request: HttpRequest) -> str:
    """The page whose form was sent, when the browser says so, otherwise the address itself."""
    page = of_ours(request, request.headers.get("Referer", ""))
    return page or local(request.get_full_path(), otherwise="/")


def of_ours(request: HttpRequest, url: str) -> str:
    """The path of an address of this site; "" for any other, and for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.netloc != request.get_host():
        return ""
    return local(f"{parts.path}?{parts.query}" if parts.query else parts.path, otherwise="")
