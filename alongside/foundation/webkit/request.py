"""What a view inside an agency is called with."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from alongside.foundation.policy import Actor


class Request(HttpRequest):
    """A request that came through the door: `actor` is who asks, `htmx` says whether a fragment is wanted."""

    actor: Actor
    htmx: HtmxDetails
