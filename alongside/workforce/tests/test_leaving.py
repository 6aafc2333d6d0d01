"""Somebody leaves at the end of a day that is over in London but not at the agency: they are out at once."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine

from alongside.accounts.models import SignedIn
from alongside.foundation.moments import today
from alongside.workforce import lookups
from alongside.workforce.models import Staff

MOMENTS = [("2026-12-08T00:30:00", date(2026, 12, 7)), ("2026-12-08T17:30:00", date(2026, 12, 8))]


@pytest.mark.parametrize(("utc", "local"), MOMENTS, ids=["half past seven there", "half past noon there"])
def test_whoever_left_today_is_out_at_once_by_the_agencys_day(cast, at, utc, local):
    with time_machine.travel(datetime.fromisoformat(utc).replace(tzinfo=UTC)):
        assert today("America/New_York") == local
        rosa, ada, path = at("rosa"), at("ada"), f"/staff/{cast.staff['rosa']}/end/"
        assert rosa.get("/clients/").status_code == 200
        offered = re.search(r'name="ended_on" value="([^"]+)"', ada.get(path).content.decode())
        assert offered and offered[1] == local.isoformat()
        assert ada.post(path, {"ended_on": offered[1], "reason": "Moved away"}).status_code == 303
        assert Staff.objects.get(pk=cast.staff["rosa"]).ended_on == local
        assert not SignedIn.objects.filter(account_id=cast.accounts["rosa"]).exists()
        assert lookups.actor(cast.staff["rosa"], account_id=cast.accounts["rosa"]) is None
        assert rosa.get("/clients/").headers["Location"] == "/account/login/?next=%2Fclients%2F"
        assert at("rosa").get("/clients/").status_code == 403
