"""An answer whose bytes are made after the commit, like a page: whatever takes long holds no wall open meanwhile."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.foundation.errors import NotMade

log = logging.getLogger("alongside.late")


class PdfResponse(HttpResponse):
    """A PDF for reading in the browser; `name` is the file's, and holds nobody's name."""

    is_rendered = False

    def __init__(self, request: HttpRequest, make: Callable[[], bytes], *, name: str) -> None:
        super().__init__(content_type="application/pdf")
        self.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
        self.request, self.make = request, make

    def render(self) -> HttpResponse:
        """Called by the server when the view's transaction is over. Never twice."""
        if not self.is_rendered:
            self.is_rendered = True
            try:
                self.content = self.make()
            except NotMade as fault:
                log.warning("not made: %s %s", fault.code, fault.remark)
                return not_made(self.request, fault)
        return self


def not_made(request: HttpRequest, fault: NotMade) -> HttpResponse:
    """The page that says why there is nothing, and that nothing was lost."""
    busy = fault.code == "busy"
    response = render(request, "kit/not-made.html", {"why": f"foundation.not_made.{fault.code}"}, status=503)
    if busy:
        response.headers["Retry-After"] = "10"
    return response
