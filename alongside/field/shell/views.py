"""The app's own page and files. They hold nothing of anybody; a device keeps them to start without signal."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.field.shell import files
from alongside.field.shell.words import in_words
from alongside.foundation.catalogues import locales
from alongside.foundation.messages import say
from alongside.foundation.webkit.outside import outside

EMPTY = "the app's own files: the same for everybody, nothing of anybody"


@outside(EMPTY)
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The page from which the app starts, with or without signal, signed in or not."""
    return render(request, "field/shell.html", {"build": files.build(), "locales": " ".join(sorted(locales()))})


@outside(EMPTY)
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker; a browser asks for it anew each time, so that a new build is seen."""
    return HttpResponse(files.worker(), content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@outside(EMPTY)
@require_safe
def words(request: HttpRequest, locale: str) -> HttpResponse:
    """The sentences of one language."""
    if locale not in locales():
        raise Http404
    return HttpResponse(in_words(locale), content_type="application/json")


@outside(EMPTY)
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the app beside its others (W3C Web Application Manifest)."""
    icons = [
        {"src": f"/static/field/icons/{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    told = {
        "id": "/field/", "name": say("field.app.name"), "short_name": say("field.app.name"), "start_url": "/field/",
        "scope": "/field/", "display": "standalone", "orientation": "any", "background_color": "#eff1ec",
        "theme_color": "#11574b", "icons": icons,
    }  # fmt: skip
    return HttpResponse(json.dumps(told), content_type="application/manifest+json")
