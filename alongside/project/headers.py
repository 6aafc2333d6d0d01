"""Answers are kept by nobody: no cache, no index, no guess at a type."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NothingKept:
    """Every page of a record is private to the moment; static files set their own headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)")
        return response
