"""The door of packs: one's own pack, signed by the agency's key, compressed where the device says that it can."""

import gzip
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from alongside.field.keys import sign_pack
from alongside.field.packing import queries


@require_safe
def pack(request: HttpRequest) -> HttpResponse:
    """The pack of whoever is signed in."""
    body = queries.pack(by=request.actor, on=request.actor.staff_id)
    return _answer(request, sign_pack(body))


def _answer(request: HttpRequest, body: dict[str, Any]) -> HttpResponse:
    """Compressed, as no page here is: the length of a pack tells no secret, for nothing of the request stands in it.

    BREACH needs text of the attacker's choice beside a secret in the same compressed answer, and many answers. This
    address takes no parameters, repeats nothing of what was asked, and holds no token.
    """
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(gzip.compress(plain, 6, mtime=0) if zipped else plain, content_type="application/json")
    if zipped:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding", "Cookie"])
    return answer
