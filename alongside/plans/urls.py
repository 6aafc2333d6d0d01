"""Addresses of plans."""

from django.urls import path

from alongside.plans.views import card, cover, drafting, library, menu, phases, publishing, reading, restrictions, team

urlpatterns = [
    path("clients/<uuid:client>/plans/", reading.plans, name="plans.plans"),
    path("clients/<uuid:client>/plans/beginning/", publishing.beginning, name="plans.beginning"),
    path("clients/<uuid:client>/plan-card/", card.card, name="plans.plan_card"),
    path("clients/<uuid:client>/cover/", cover.cover, name="plans.cover"),
    path("clients/<uuid:client>/phases/", phases.phases, name="plans.phases"),
    path("clients/<uuid:client>/phases/of/<uuid:target>/", phases.beginning, name="plans.phase_beginning"),
    path("clients/<uuid:client>/phases/<uuid:phase>/", phases.correction, name="plans.phase_correction"),
    path("clients/<uuid:client>/changes/", phases.changes, name="plans.changes"),
    path("clients/<uuid:client>/changes/<uuid:change>/withdrawal/", phases.withdrawal, name="plans.change_withdrawal"),
    path("clients/<uuid:client>/reinforcers/", menu.menu, name="plans.menu"),
    path("clients/<uuid:client>/reinforcers/new/", menu.offer, name="plans.menu_offer"),
    path("clients/<uuid:client>/reinforcers/<uuid:reinforcer>/end/", menu.take_off, name="plans.menu_end"),
    path("clients/<uuid:client>/preferences/", menu.preference, name="plans.preferences"),
    path("clients/<uuid:client>/restrictions/", restrictions.restrictions, name="plans.restrictions"),
    path("clients/<uuid:client>/restrictions/<uuid:line>/", restrictions.approval, name="plans.approval"),
    path(
        "clients/<uuid:client>/approvals/<uuid:approval>/end/",
        restrictions.withdrawal,
        name="plans.approval_end",
    ),
    path("clients/<uuid:client>/plans/templates/", library.starting, name="plans.starting"),
    path("library/plans/", library.library, name="plans.library"),
    path("library/plans/<slug:key>/", library.template, name="plans.template"),
    path("plans/<uuid:plan>/drafts/", publishing.drafts, name="plans.drafts"),
    path("plans/<uuid:plan>/comparison/", reading.comparison, name="plans.comparison"),
    path("plans/versions/<uuid:version>/", reading.version, name="plans.version"),
    path("plans/versions/<uuid:version>/paper/", reading.paper, name="plans.paper"),
    path("plans/versions/<uuid:version>/paper.pdf", reading.pdf, name="plans.pdf"),
    path("plans/versions/<uuid:version>/card.pdf", reading.card_pdf, name="plans.card_pdf"),
    path("plans/versions/<uuid:version>/readings/", card.readings, name="plans.readings"),
    path("plans/versions/<uuid:version>/team/", team.team, name="plans.team"),
    path("plans/versions/<uuid:version>/trainings/", team.trainings, name="plans.trainings"),
    path("plans/versions/<uuid:version>/publication/", publishing.publication, name="plans.publication"),
    path("plans/versions/<uuid:version>/ending/", publishing.ending, name="plans.ending"),
    path("plans/versions/<uuid:version>/sections/<slug:place>/", drafting.section, name="plans.section"),
    path("plans/versions/<uuid:version>/sections/<slug:place>/removal/", drafting.removal, name="plans.removal"),
]
