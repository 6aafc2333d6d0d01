"""Addresses of people: clients, staff, programs and sites."""

from django.urls import URLPattern, path

from alongside.people.views import clients, disposal, editions, glass, inviting, record, settings, staff

urlpatterns: list[URLPattern] = [
    path("clients/", clients.caseload, name="caseload"),
    path("clients/new/", clients.admit, name="admit"),
    path("search/", clients.search, name="search"),
    path("clients/<uuid:id>/person/", record.person, name="person"),
    path("clients/<uuid:id>/glass/", record.glass, name="break_glass"),
    path("clients/<uuid:id>/person/contacts/<uuid:row>/ways/<uuid:way>/end/", record.end_way, name="end_way"),
    *[
        path(f"clients/<uuid:id>/person/{what}/", record.on_client, {"what": what}, name=f"client_{what}")
        for what in record.ON_CLIENT
    ],
    *[
        path(
            f"clients/<uuid:id>/person/{what.replace('/', '/<uuid:row>/')}/",
            record.on_row,
            {"what": what},
            name=f"client_{what.replace('/', '_')}",
        )
        for what in record.ON_ROW
    ],
    path("glass/", glass.glasses, name="glasses"),
    path("glass/new/", glass.spot, name="spot"),
    path("glass/<uuid:id>/", glass.review, name="review_glass"),
    path("staff/", staff.directory, name="staff"),
    path("staff/new/", staff.hire, name="hire"),
    path("staff/<uuid:id>/", staff.member, name="member"),
    path("staff/<uuid:id>/invitation/", inviting.invite, name="invite"),
    *[
        path(f"staff/<uuid:id>/{what}/", staff.on_staff, {"what": what}, name=f"staff_{what}")
        for what in staff.ON_STAFF
    ],
    *[
        path(
            f"staff/<uuid:id>/{what.replace('/', '/<uuid:row>/')}/",
            staff.on_row,
            {"what": what},
            name=f"staff_{what.replace('/', '_')}",
        )
        for what in staff.ON_ROW
    ],
    path("settings/editions/", editions.editions, name="editions"),
    path("settings/editions/new/", editions.propose, name="propose_edition"),
    *[
        path(f"settings/editions/<uuid:id>/{what}/", editions.decide, {"what": what}, name=f"edition_{what}")
        for what in editions.DECIDE
    ],
    path("settings/retention/", disposal.retention, name="retention"),
    path("settings/retention/<uuid:id>/", disposal.propose, name="propose_disposal"),
    path("disposals/<uuid:id>/", disposal.certificate, name="certificate"),
    *[
        path(f"disposals/<uuid:id>/{what}/", disposal.decide, {"what": what}, name=f"disposal_{what}")
        for what in disposal.DECIDE
    ],
    path("settings/programs/", settings.programs, name="programs"),
    path("settings/sites/", settings.sites, name="sites"),
    path("settings/on-call/", settings.on_call, name="on_call"),
    *[
        route
        for kind in settings.LINES
        for route in (
            path(f"settings/{kind}/new/", settings.add, {"kind": kind}, name=f"add_{kind}"),
            path(f"settings/{kind}/<uuid:id>/", settings.change, {"kind": kind}, name=f"change_{kind}"),
            path(f"settings/{kind}/<uuid:id>/end/", settings.end, {"kind": kind}, name=f"end_{kind}"),
        )
    ],
]
