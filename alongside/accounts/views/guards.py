"""What a page of one's own account asks first."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from alongside.accounts import factors, proof
from alongside.foundation.webkit.paths import local

SIGN_IN, SEAT, FACTOR = "/account/login/", "/account/seat/", "/account/factor/"
CONFIRM, OWN = "/account/confirm/", "/account/security/"
View = Callable[..., HttpResponse]


def onward(request: HttpRequest, *, otherwise: str = "/") -> str:
    """Where somebody wanted to go: a path of this site, never anywhere else."""
    return local(request.POST.get("next") or request.GET.get("next"), otherwise=otherwise)


def to(page: str, then: str = "") -> HttpResponseRedirect:
    """On to another page, and from there to `then`."""
    response = HttpResponseRedirect(f"{page}?{urlencode({'next': then})}" if then and then != "/" else page)
    response.status_code = 303
    return response


def signed_in_first(view: View) -> View:
    @wraps(view)
    def ask(request: HttpRequest, *args: Any, **rest: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return to(SIGN_IN, onward(request, otherwise=local(request.path, otherwise=OWN)))
        return view(request, *args, **rest)

    return ask


def confirmed_first(view: View) -> View:
    """Somebody who left a browser open must not lose the account to whoever sits down at it.

    Who has no factor yet has nothing to confirm with, and is on the way to setting one.
    """

    @wraps(view)
    @signed_in_first
    def ask(request: HttpRequest, *args: Any, **rest: Any) -> HttpResponse:
        if factors.has_factor(request.user.pk) and not proof.confirmed(request):
            return to(CONFIRM, local(request.path, otherwise=OWN))
        return view(request, *args, **rest)

    return ask
