"""A server of the bench's own, as one that serves people is started."""

import http.client
import time


def waited(port: int) -> None:
    """Come back when the server answers. Raises RuntimeError after half a minute."""
    for _ in range(120):
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", "/livez")
            if line.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.25)
    raise RuntimeError("the server did not come up")
