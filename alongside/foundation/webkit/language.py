"""Which language a request is answered in, from the cookie `alongside_locale`."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.catalogues import locales
from alongside.foundation.messages import speaking
from alongside.foundation.pseudo import PSEUDO

COOKIE = "alongside_locale"


def language_middleware(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers each request in the language that its cookie asks for, otherwise in English."""

    def speak(request: HttpRequest) -> HttpResponse:
        with speaking(chosen(request.COOKIES.get(COOKIE, ""))):
            return answer(request)

    return speak


def chosen(asked: str) -> str:
    """`asked` when it may be spoken here; pseudo only if settings.ALONGSIDE_PSEUDO_LOCALE."""
    if asked == PSEUDO and getattr(settings, "ALONGSIDE_PSEUDO_LOCALE", settings.DEBUG):
        return PSEUDO
    return asked if asked in locales() else "en"
