"""One client with something in every place, made by actions. Each word is a canary: `Zqxvyk` and where it stands.

Where a canary may stand is on pages, in the record and in the search index; anywhere else it is a leak.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import time_machine

from alongside.agencies import actions as agencies
from alongside.assessments import actions as assessments
from alongside.assessments.rules.decision import Decision
from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.behaviour.measures import ABC
from alongside.consents import actions as consents
from alongside.documents import actions as documents
from alongside.documents import lookups as papers
from alongside.documents.deriving import written
from alongside.fidelity import actions as fidelity
from alongside.fidelity import asking
from alongside.field import actions as field_actions
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.incidents import actions as incidents
from alongside.instruments import actions as instruments
from alongside.instruments.models import Alarm
from alongside.instruments.tests.scenes import nodes
from alongside.intake import actions as intake
from alongside.intake.tests import scenes as meeting
from alongside.living import actions as living
from alongside.notes import actions as notes
from alongside.notes.tests import scenes
from alongside.outcomes import actions as outcomes
from alongside.outcomes.standings import remake
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.models import Objective, OwnEdition, PlanVersion, Target
from alongside.plans.rules import signing, texts
from alongside.plans.rules.own_templates import Head, at
from alongside.plans.rules.templates import basis_of
from alongside.plans.shelf import own, own_key
from alongside.project import worker
from alongside.reports import actions as reports
from alongside.safety import actions as safety
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from alongside.sessions.lookups import of_client as sessions_of
from alongside.sessions.models import Session
from alongside.sessions.verifying import Evidence
from alongside.skills import actions as skills
from alongside.skills.models import Probe
from alongside.skills.rules import Rule, Step
from alongside.skills.rules.texts import Whole
from alongside.workforce import actions as workforce
from tests.cast import Ids, actor_of
from tests.plans import BEHAVIOUR_PARTS, BREAKS, COST, HANDS, IN_THREE_MONTHS, SETTINGS, TREATMENT_PARTS, restricted
from tests.walk import devices

ZONE = "America/New_York"
SINCE = date(2026, 1, 5)
MEASURES = (
    "duration", "latency", "irt", "partial_interval", "trial", "trials_to_criterion", "task_analysis", "magnitude",
    "product", "rating", "reported",
)  # fmt: skip


def zqx(where: str) -> str:
    """A word that stands nowhere else."""
    return f"Zqxvyk{where}"


def line(where: str) -> str:
    """A sentence with a canary, long enough for every rule on reasons."""
    return f"Somebody wrote {zqx(where)} about what was seen in class on the way to it."


HIRED = {"rosa": "tss", "imani": "supervisor", "dev": "scheduler", "hana": "supervisor", "nadia": "nurse"}


@dataclass
class Crew:
    """Who does the work in one agency, by role, and where."""

    agency: UUID
    staff: dict[str, UUID]
    programme: Any
    site: Any
    client: UUID | None = None
    gone: UUID | None = None
    unsaid: UUID | None = None
    link: str = ""
    signing: list[str] = field(default_factory=list)
    notes: dict[str, UUID] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Actor:
        """This person now; just confirmed."""
        return replace(actor_of(self.staff[role]), confirmed_at=datetime.now(UTC))


def ours(ids: Ids) -> Crew:
    """The crew of the cast's agency."""
    return Crew(ids.agency, dict(ids.staff), ids.programme, ids.site)


def theirs(ids: Ids) -> Crew:
    """A crew of the other agency, hired by the director it has."""
    from alongside.workforce.models import Role  # noqa: PLC0415

    admin = actor_of(Role.objects.get(role="admin").staff_id)
    staff = {"ada": admin.staff_id, "amara": Role.objects.get(role="director").staff_id}
    for who, role in HIRED.items():
        hired = workforce.hire(
            by=admin, on=ids.elsewhere, given=who.title(), family="There", credential="LPC", began_on=SINCE
        )
        workforce.give_role(by=admin, on=hired, role=role, began_on=SINCE)
        staff[who] = hired.pk
    workforce.supervise(by=admin, on=staff["rosa"], supervisor=staff["imani"], began_on=SINCE)
    by = actor_of(staff["amara"])
    programme = agencies.add_programme(
        by=by, on=ids.elsewhere, name="There", population="children", setting="school", payer="pa_medicaid",
        service_code="H2014",
    )  # fmt: skip
    site = agencies.add_site(by=by, on=ids.elsewhere, name="There", zone=ZONE, place_of_service="03")
    return Crew(ids.elsewhere, staff, programme.pk, site.pk)


def fill(crew: Crew) -> UUID:
    """The client's id. Everything is committed, and what follows from it is done."""
    with inside(crew.agency):
        crew.client = _person(crew)
        _around(crew)
        _plans(crew)
        _work(crew)
        _assessed(crew)
        _answered(crew)
        _taught(crew)
        _beside(crew)
        _told_outside(crew)
    worker.serve_agency(crew.agency, _epoch(), seal_now=False)
    return crew.client


def _epoch() -> Any:
    from django.db import transaction  # noqa: PLC0415

    from alongside.foundation import feeds  # noqa: PLC0415

    with transaction.atomic():
        return feeds.ensure_epoch()


def _person(crew: Crew) -> UUID:
    """Who the client is, every field of it; and that a program was added, ended."""
    made = people.admit(
        by=crew["dev"], on=crew.agency, given=zqx("given"), family=zqx("family"), preferred=zqx("preferred"),
        pronouns=zqx("pronouns"), born=date(2014, 8, 9), identifier=zqx("identifier"), programme=crew.programme,
        admitted_on=SINCE,
    ).pk  # fmt: skip
    for who, part in (("rosa", "tss"), ("imani", "lead")):
        people.place_on_team(by=crew["dev"], on=made, staff=crew.staff[who], part=part, began_on=SINCE)
    people.rename(by=crew["dev"], on=made, given=zqx("given"), family=zqx("family2"), reason=line("renaming"))
    care = {name: line(name) for name in ("strengths", "matters", "own_words", "culture")}
    people.change(by=crew["imani"], on=made, diagnosis="F84.0", reason=line("changing"), **care)
    return made


def _taught(crew: Crew) -> None:
    """A program with a move proposed, one that was learned and is due again, techniques chosen and used."""
    by, on, long_ago = crew["imani"], crew.client, datetime.now(UTC) - timedelta(days=60)
    proposed, learned = (Target.objects.get(client=on, name=zqx(f"by{m}")) for m in ("trial", "rating"))
    texts_of = {name: line(f"skill{name}") for name in ("goal", "materials", "correction", "reinforcement", "because")}
    rule = Rule(">=", 0, sessions=1, of=1)
    whole = Whole(
        rule=rule, hierarchy="constant_delay", seconds=(0, 4), teaching=(line("teaching"),), weeks=(1, 2),
        steps=(Step(zqx("first")), Step(zqx("second"))), kinds=("materials",), **texts_of,
    )  # fmt: skip
    skills.begin(by=by, on=proposed, domain="safety", whole=whole, began_at=long_ago)
    single = replace(whole, steps=())
    made = skills.begin(by=by, on=learned, domain="community", whole=single, began_at=long_ago)
    skills.write(by=by, on=made.pk, whole=replace(single, because=line("newversion")))
    weeks_ago = datetime.now(UTC) - timedelta(days=16)
    skills.move(by=by, on=made.pk, reason=line("moved"), begins_at=weeks_ago)
    ended = Target.objects.get(client=on, name=zqx("byreported"))
    over = skills.begin(by=by, on=ended, domain="safety", whole=single)
    skills.end(by=by, on=over.pk, because=line("endedskill"))
    skills.choose(by=by, on=on, technique="coping/calm_place", words=line("chosen"))
    running = next(one for one in sessions_of(on) if one.ended_at is None and one.staff_id == crew.staff["rosa"])
    due = Probe.objects.filter(client=on, kind="kept").earliest("due_on")
    skills.probe(by=crew["rosa"], on=running.id, probe_id=due.pk, words=line("probed"))
    skills.use_technique(
        by=crew["rosa"], on=running.id, id=uuid7(), technique="coping/calm_place", went="helped", felt="better",
        felt_words=line("felt"), words=line("went"),
    )  # fmt: skip


def _told_outside(crew: Crew) -> None:
    """A signed report that was sent, a draft, and a release."""
    by, day = crew["imani"], datetime.now(UTC).date()
    targets = [target.id for target in lookups.targets_of(crew.client)][:2]
    for target in targets:
        plans.mark_school(by=by, on=target, concerns=True)
    releases = [
        consents.record(
            by=by, on=crew.client, what="release", given=True, way="paper", reader="school",
            recipient=zqx("recipient"), by_whom=zqx("givenby"), decided_on=SINCE, until=day + timedelta(days=365),
        )
        for _ in range(2)
    ]  # fmt: skip
    consents.end(by=by, on=releases[1].pk, reason=line("withdrawn"))
    for reader, then in (("school", "revised"), ("payer", "draft"), ("school", "sent")):
        report = reports.draft(
            by=by, on=crew.client, reader=reader, addressee=zqx(f"to{reader}"), language="en", first_day=SINCE,
            last_day=day - timedelta(days=1), objectives=targets,
        )  # fmt: skip
        if then == "draft":
            crew.signing.append(f"/reports/{report.pk}/sign/")
        else:
            reports.sign(by=crew["imani"], on=report, saved=1)
            reports.send(
                by=by, on=report.pk, ground=str(releases[0].pk), recipient=zqx("sentto"), way="hand"
            )  # fmt: skip
        if then == "revised":
            reports.revise(by=by, on=report.pk, reason=line("inplace"))


def _beside(crew: Crew) -> None:
    """Somebody who was discharged, records of long ago, and somebody who was invited to sign in for the first time."""
    gone = people.admit(
        by=crew["dev"], on=crew.agency, given=zqx("gone"), identifier=zqx("gone"), programme=crew.programme,
        admitted_on=SINCE,
    )  # fmt: skip
    people.discharge(by=crew["amara"], on=gone, discharged_on=date(2026, 2, 1), reason=line("leaving"))
    crew.gone = gone.pk
    _long_ago(crew)
    _forms(crew)
    _own_words(crew)
    _intake(crew)
    agencies.add_on_call(by=crew["amara"], on=crew.agency, name="Office line", number="+1 555 010 7711")
    hired = workforce.hire(by=crew["ada"], on=crew.agency, given="Noor", family="Aziz", began_on=SINCE)
    workforce.give_role(by=crew["ada"], on=hired, role="tss", began_on=SINCE)
    crew.link = workforce.invite(by=crew["ada"], on=hired, email=f"noor.{crew.agency}@example.test").path


def _answered(crew: Crew) -> None:
    """Forms in every state: signed, being answered in two windows, corrected, not counting; one that opened a path."""
    by, on, day = crew["rosa"], crew.client, datetime.now(UTC).date() - timedelta(days=1)
    about = {"respondent": "parent", "answered_by": zqx("answeredby"), "taken_on": day}
    whole = nodes("psc-17", {str(n): 1 for n in range(1, 18)})
    made = [instruments.begin(by=by, on=on, form="psc-17", taken_from=zqx("clinic"), **about) for _ in range(4)]
    for one in made[:3]:
        instruments.save(by=by, on=one, based_on=1, answers=whole)
        instruments.sign(by=by, on=one.pk, saved=2)
    instruments.correct(by=by, on=made[1].pk)
    instruments.sign(by=by, on=made[1].pk, saved=1, reason=line("correction"))
    instruments.void(by=by, on=made[2].pk, reason=line("voiding"))
    for _ in range(2):
        instruments.save(by=by, on=made[3], based_on=1, answers=whole)
    crew.signing.append(f"/answers/{made[3].pk}/signature/")
    for _ in range(2):
        grave = instruments.begin(by=by, on=on, form="asq", respondent="self", taken_on=day)
        instruments.save(by=by, on=grave, based_on=1, answers=nodes("asq", {"1": 1, "2": 0, "3": 0, "4": 0, "5": 0}))
        instruments.sign(by=by, on=grave.pk, saved=2)
    instruments.look_after(by=crew["imani"], on=Alarm.objects.latest("at").pk, words=line("lookedafter"))
    instruments.begin(by=by, on=on, form="sdq", **about)
    _from_elsewhere(crew)
    instruments.ask(by=crew["imani"], on=on, form="sdq", respondent="parent", occasion="every", every_days=90)


def _from_elsewhere(crew: Crew) -> None:
    """Answers that another clinic sent, with what it says about itself."""
    told = {name: {"display": zqx(f"away{name}")} for name in ("author", "source", "subject")}
    resource = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-09-03T10:00:00-04:00",
        "questionnaire": "urn:alongside:instrument:psc-17", **told, "item": nodes("psc-17", {"1": 1, "2": 2}),
    }  # fmt: skip
    body = json.dumps(resource).encode()
    instruments.take_in(
        by=crew["imani"], on=crew.client, body=body, respondent="parent", file_name=zqx("away") + ".json"
    )


def _long_ago(crew: Crew) -> None:
    """Two records whose time is over, one of them proposed to be disposed of; and another edition of those rules."""
    for name in ("closed", "proposed"):
        made = people.admit(
            by=crew["dev"], on=crew.agency, given=zqx(name), identifier=zqx(name), born=date(1960, 1, 2),
            programme=crew.programme, admitted_on=date(2000, 1, 3),
        )  # fmt: skip
        people.discharge(by=crew["amara"], on=made, discharged_on=date(2005, 6, 7), reason=line("leaving"))
    people.propose_disposal(by=crew["quinn" if "quinn" in crew.staff else "amara"], on=made, reason=line("disposing"))
    agencies.propose_edition(
        by=crew["amara"], on=crew.agency, kind="retention", key="retention", edition="1", reason=line("proposing"),
        since=datetime.now(UTC).date() + timedelta(days=9),
    )  # fmt: skip


def _intake(crew: Crew) -> None:
    """Somebody referred; and the client's own intake, with a consent, and findings that wait to be read."""
    referrals = [
        intake.refer(
            by=crew["dev"], on=crew.agency, given=zqx(f"referred{n}"), family=zqx("refers"), pronouns=zqx("called"),
            source="school", referrer=zqx("referrer"), reason=line("referral"), contact=zqx("caller"),
            relation=zqx("calls"), phone="+1 555 010 9955",
        )
        for n in range(2)
    ]  # fmt: skip
    intake.close(by=crew["amara"], on=referrals[0].pk, how="withdrawn", reason=line("nothingcomes"))
    begun = intake.begin_for(by=crew["imani"], on=crew.client, lead=crew.staff["rosa"])
    allowed = [
        consents.record(
            by=crew["imani"], on=crew.client, what="treatment", given=True, way="paper", words=line("consent")
        )
        for _ in range(2)
    ]
    consents.end(by=crew["imani"], on=allowed[0].pk, reason=line("takesback"))
    answers = {**meeting.ANSWERS, "seen": [("observed", "valueString", line("observed"))]}
    meeting.observed(crew, begun, by=crew["rosa"], answers=answers)
    intake.draw(by=crew["imani"], on=begun, names=["interpreter"])
    found = {name: line(f"found{name}") for name in ("strengths", "findings", "recommendations", "risk")}
    for n in range(2):
        summary = meeting.summed_up(begun, crew["rosa"], **found)
        if n == 0:
            intake.acknowledge(by=crew["imani"], on=summary.pk, remark=line("hasread"))
    intake.summarize(by=crew["rosa"], on=begun, **found)  # the next one, not signed yet


def _forms(crew: Crew) -> None:
    """A form in two editions, the newer one made from the older."""
    item = {"linkId": "1", "type": "choice", "text": zqx("question"), "answerOption": [
        {"valueCoding": {"code": code, "display": zqx(code)}} for code in ("yes", "no")
    ]}  # fmt: skip
    asked = {"resourceType": "Questionnaire", "status": "active", "url": "urn:asked", "version": "1",
             "title": zqx("form"), "copyright": zqx("copyright"), "item": [item]}  # fmt: skip
    first = documents.bring_in(
        by=crew["amara"], on=crew.agency, body=json.dumps(asked).encode(), file_name=f"{zqx('file')}.json",
        kind="survey",
    )  # fmt: skip
    words = written(bytes(first.body))
    for who in ("amara", "imani"):
        documents.approve(by=crew[who], on=first.pk)
    documents.retire(by=crew["amara"], on=first.pk, reason=line("retiring"))
    documents.derive(by=crew["amara"], on=first.pk, words=replace(words, version="2", title=zqx("form2")))
    documents.describe(
        by=crew["amara"], on=first.form_id, title=zqx("form2"), kind="survey", purpose=line("purpose"),
        reason=line("describing"),
    )  # fmt: skip


def _own_words(crew: Crew) -> None:
    """What must follow an answer, in the agency's words: in force, and waiting for somebody to agree."""
    said = {"must": line("step"), "grave_must": line("gravestep"), "numbers": f"{zqx('lead')}, 215 555 0199"}
    for reason in ("first", "second"):
        made = instruments.word_path(
            by=crew["amara"], on=crew.agency, path="suicide", **said, reason=line(f"{reason}words")
        )
        if reason == "first":
            instruments.agree_path(by=crew["imani"], on=made.pk, read=True)


def _around(crew: Crew) -> None:
    """An alert, a contact with a right and a way, a home; somebody opened the record, twice."""
    by, on = crew["dev"], crew.client
    people.raise_alert(by=crew["imani"], on=on, kind="danger", text=zqx("alert"))
    home = people.house(by=by, on=on, name=zqx("home"), address=zqx("address"), share=zqx("share"), began_on=SINCE)
    contact = people.connect(
        by=by, on=on, relation=zqx("relation"), in_law="parent", given=zqx("mother"), family=zqx("family2"),
        phone="+1 555 010 9911", email=f"{zqx('mail')}@example.test", household=home.household_id,
    )  # fmt: skip
    people.grant_right(by=crew["imani"], on=contact, right="be_told", order=zqx("order"), began_on=SINCE)
    for who in ("hana", "nadia"):
        glass = people.break_glass(by=crew[who], on=on, reason=line(f"glass{who}"), hours=2)
    people.review_glass(by=crew["amara"], on=glass, justified=True, remark=line("glassreview"))
    workforce.cover(
        by=crew["ada"], on=crew.staff["imani"], stand_in=crew.staff["hana"], began_on=date(2030, 1, 1),
        ends_on=date(2030, 1, 9),
    )  # fmt: skip


def _plans(crew: Crew) -> None:
    """Both plans in force since yesterday with a target of every measure; a draft of the next; another change."""
    by, on = crew["imani"], crew.client
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        first = plans.begin(by=by, on=on, kind="behaviour")
        for section in _behaviour():
            plans.write(by=by, on=first, section=section)
        _restricted(by, first)
        plans.publish(by=by, on=first)
        target = Target.objects.get(client=on, name=zqx("hands"))
        second = plans.begin(by=by, on=on, kind="treatment")
        for section in _treatment(target.pk):
            plans.write(by=by, on=second, section=section)
        plans.publish(by=by, on=second)
    plans.acknowledge(by=crew["rosa"], on=first.pk)
    plans.train(
        by=by, on=first.pk, staff_id=crew.staff["rosa"], hows=["practised"], competent=True, remark=line("training")
    )
    plans.begin_phase(
        by=by, on=target, condition="intervention", label=zqx("phase"), begins_at=datetime.now(UTC) - timedelta(hours=9)
    )
    plans.note_change(
        by=by, on=on, kind="medication", label=zqx("change"), at=datetime.now(UTC) - timedelta(hours=9)
    )  # fmt: skip
    plans.draft(by=by, on=lookups.plan_in_force(on, kind="behaviour").plan_id)
    plans.offer(by=by, on=on, text=zqx("reinforcer"), cost=4, schedule="tokens")
    plans.note_preference(
        by=by, on=on, method="paired", done_on=datetime.now(UTC).date() - timedelta(days=2),
        ranked=[zqx("best"), zqx("second")], remark=line("preference"),
    )  # fmt: skip
    next_treatment = plans.draft(by=by, on=lookups.plan_in_force(on, kind="treatment").plan_id)
    plans.write(by=by, on=next_treatment, section=texts.About(line("summary2"), IN_THREE_MONTHS))
    plans.publish(by=by, on=next_treatment)
    aim = next(one for one in lookups.objectives_of(on) if one.target_id)
    outcomes.decide(by=by, on=aim.id, choice="continue", reason=line("deciding"), look_again_on=IN_THREE_MONTHS)
    remake(on)
    _signed_and_reviewed(crew, by, next_treatment.pk)
    plans.draft(by=by, on=lookups.plan_in_force(on, kind="treatment").plan_id)
    _own_templates(crew)


def _own_templates(crew: Crew) -> None:
    """A template of the agency's own in use, and its next edition, written by somebody else: it can be agreed to."""
    by, second = crew["imani"], crew["hana"]
    made = plans.derive_template(by=by, on=crew.agency, key="escape-middle_childhood", name=zqx("template"))
    head = Head(line("templateabout"), line("templategoal"), 60)
    plans.word_template(by=by, on=made.pk, section=head, base=basis_of(at(own(made), "head")))
    newest = OwnEdition.objects.select_related("template").get(pk=made.pk)
    plans.agree_template(by=second, on=made.pk, base=basis_of(own(newest)), remark=line("templateremark"))
    following = plans.derive_template(by=second, on=crew.agency, key=own_key(made.template_id))
    before = replace(at(own(following), "strategies"), before=(line("templatebefore"),))
    plans.word_template(by=second, on=following.pk, section=before, base=basis_of(at(own(following), "strategies")))


def _restricted(by: Actor, version: Any) -> None:
    """A restrictive procedure with everybody's approval; one was taken back and given again."""
    words = {w: line(f"restricted{w}") for w in ("what", "when", "why", "who", "training", "ends_when", "fading")}
    tried = texts.Tried(zqx("tried"), date(2026, 1, 5), date(2026, 1, 9), zqx("result"))
    made = restricted(by, version, replace(COST, tried=(tried,), **words))
    said = {"agreed_by": zqx("agreed"), "capacity": zqx("capacity"), "paper": zqx("paper")}
    today = datetime.now(UTC).date()
    days = {"decided_on": today - timedelta(days=9), "expires_on": today + timedelta(days=200)}
    given = [plans.note_approval(by=by, on=made, gate=g, **said, **days) for g in ("committee", "committee", "consent")]
    plans.withdraw_approval(by=by, on=given[0], because=line("takenback"))


def _signed_and_reviewed(crew: Crew, by: Actor, version: UUID) -> None:
    """Somebody signed on paper, somebody would not; the plan was looked over."""
    base = PlanVersion.objects.get(pk=version).digest
    scan = (f"{zqx('scanned')}.pdf", b"%PDF-1.7 " + zqx("scan").encode())
    plans.note_signature(
        by=by, on=version, base=base, capacity="caregiver", how="paper", name=zqx("signer"), relation=zqx("signeras"),
        scan=scan,
    )  # fmt: skip
    plans.note_signature(
        by=by, on=version, base=base, capacity="prescriber", how="refused", name=zqx("refuser"),
        reason=line("refused"),
    )  # fmt: skip
    lines = [
        signing.Line(id, "change", line("verdict"))
        for id in Objective.objects.filter(version=version).values_list("pk", flat=True)
    ]
    plans.hold_review(
        by=by, on=version, lines=lines, cause="due", took_part=line("tookpart"), decision="continue",
        next_on=IN_THREE_MONTHS, remark=line("reviewremark"),
    )  # fmt: skip


def _behaviour() -> list[texts.Section]:
    parts = [texts.Part(key, line(f"part{key}")) for key in BEHAVIOUR_PARTS]
    hands = replace(
        HANDS, name=zqx("hands"), screen_name=zqx("screen"), definition=line("definition"),
        examples=line("examples"), non_examples=line("others"),
    )  # fmt: skip
    more = [
        replace(BREAKS, name=zqx(f"by{m}"), measure=m, pinned=9, settings=_settings(m), definition=line("def"))
        for m in MEASURES
    ]
    stages = [
        texts.Stage(s, look=(line(f"look{s}"),), do=(line(f"do{s}"),), dont=(line(f"dont{s}"),), say=(zqx(f"say{s}"),))
        for s in texts.STAGES
    ]
    strategies = texts.Strategies(before=(line("before"),), during=(line("during"),), after=(line("after"),))
    crisis = texts.Crisis((texts.Step(zqx("step"), zqx("who")),))
    about = texts.About(line("summary"), IN_THREE_MONTHS)
    return [about, *parts, hands, replace(BREAKS, name=zqx("breaks")), *more, strategies, crisis, *stages]


def _settings(measure: str) -> dict[str, Any]:
    """What the measure needs settled; words of it are about the client as well."""
    steps = {"steps": [zqx("stepone"), zqx("steptwo")]} if measure == "task_analysis" else {}
    return {**SETTINGS.get(measure, {}), **steps}


def _treatment(target: UUID) -> list[texts.Section]:
    parts = [texts.Part(key, line(f"part{key}")) for key in TREATMENT_PARTS]
    objective = texts.Objective(
        line("objective"), target_id=target, unit=zqx("unit"), baseline=12, criterion=3, due_on=IN_THREE_MONTHS
    )
    return [
        texts.About(line("summary"), IN_THREE_MONTHS), *parts,
        texts.Goal(line("goal"), own_words=True, objectives=(objective,)),
        texts.Interventions((texts.Intervention(line("intervention"), zqx("does"), 3, 90, zqx("wheredone"), "1.1"),)),
    ]  # fmt: skip


def _work(crew: Crew) -> None:
    """Visits to come and called off; notes in every state; a visit that is going on."""
    by, on, now = crew["rosa"], crew.client, datetime.now(UTC).replace(microsecond=0)
    _book(crew, now + timedelta(days=2))
    _book(crew, now + timedelta(minutes=20))
    off = _book(crew, now + timedelta(days=3))
    schedule.call_off(by=crew["dev"], on=off, kind="cancelled", reason="other", remark=line("remark"))
    made = {state: _note(crew, now - timedelta(hours=n)) for n, state in enumerate(STATES, 2)}
    crew.notes = {state: note.pk for state, note in made.items()}
    for state, note in made.items():
        scenes.save(note, by=by, added=_own(state))
        if state not in ("draft", "aside"):
            scenes.sign(note, by=by)
    notes.give_back(
        by=crew["imani"], on=made["returned"].pk, digest=scenes.digest(made["returned"]), reason=line("returning")
    )
    notes.cosign(by=crew["imani"], on=made["cosigned"].pk, digest=scenes.digest(made["cosigned"]))
    notes.add(by=by, on=made["cosigned"].pk, text=line("addendum"), reason=line("adding"))
    scenes.save(made["draft"], by=by, added={"plan": line("aside")}, based_on=1)
    notes.explain(by=by, on=made["aside"].pk, like=made["signed"].pk, reason=line("likeness"))
    paper = papers.at_work(made["aside"].document_id)
    notes.put_aside(by=by, on=made["aside"].pk, saved=paper.saved, reason=line("puttingaside"))
    running = _session(crew, now - timedelta(minutes=50))
    _recorded(crew, running, now - timedelta(minutes=50))
    crisis = incidents.begin(by=by, on=on, id=uuid7(), session_id=running)
    incidents.mark(by=by, on=crisis, id=uuid7(), line="other", words=line("crisis"))
    over = incidents.begin_unknown(by=by, on=by.staff_id, id=uuid7(), began_at=now - timedelta(minutes=40))
    incidents.about(by=by, on=over, client_id=on, session_id=running)
    incidents.close(by=by, on=over)
    crew.unsaid = incidents.begin_unknown(by=by, on=by.staff_id, id=uuid7()).pk
    safety.watch(by=by, on=running, id=uuid7(), due_at=now + timedelta(hours=2))
    living.help(by=by, on=running, id=uuid7(), activity="dressing", level="verbal", choice="taken")
    signal = safety.duress(by=by, on=by.staff_id, id=uuid7(), session_id=running)
    safety.answer(by=crew["imani"], on=signal, words=line("answered"))
    safety.duress(by=by, on=by.staff_id, id=uuid7())
    timed = Target.objects.get(client=on, name=zqx("byduration"))
    behaviour.time(by=by, on=running, id=uuid7(), target_id=timed.pk, at=now)
    _arrived(crew, made["signed"])
    _from_devices(crew, now - timedelta(hours=9), running)


def _arrived(crew: Crew, note: Any) -> None:
    """Records of a visit whose note was signed already: left out with a reason, and others since."""
    hands = Target.objects.get(client=crew.client, name=zqx("hands"))
    began = note.session.began_at
    for minutes in (3, 4):
        late = Seen(uuid7(), hands.pk, {"count": 1}, began + timedelta(minutes=minutes))
        behaviour.record(by=crew["rosa"], on=note.session_id, observations=[late])
        if minutes == 3:  # noqa: PLR2004  (the first of both)
            notes.leave(by=crew["rosa"], on=note.pk, reason=line("leftasitis"))


def _from_devices(crew: Crew, began: datetime, running: UUID) -> None:
    """A visit that a device ended with a note; what of it was held; another device that was lost."""
    device = devices.enrolled(crew["rosa"], zqx("tablet"))
    session = _session(crew, began)
    _recorded(crew, session, began)
    how = Evidence("begin", "no_place", began, exception="other", reason=line("verifying"))
    sessions.verify(by=crew["rosa"], on=session, id=uuid7(), evidence=how)
    off = sessions.Recorded(session, "sessions.start/1", began, 7_200_000, began + timedelta(hours=3))
    sessions.note_clock(by=crew["rosa"], on=session, records=[off])
    sessions.end(by=crew["rosa"], on=session, ended_at=began + timedelta(minutes=30), early_reason=line("early"))
    behaviour.settle(by=crew["rosa"], on=session)
    _scored(crew, session)
    crew.notes["device"] = devices.signed_there(
        device, session, own=_own("from"), present=zqx("present"), name=zqx("nameondevice")
    )
    words = [line(f"held{which}") for which in ("one", "two", "three", "four")]
    devices.held(device, running, crew["imani"], words=words, why=line("deciding"))
    devices.out_of_reach(device, crew.client, crew.programme, began)
    lost = devices.enrolled(crew["rosa"], zqx("phone"))
    field_actions.lose(by=crew["imani"], on=UUID(lost.id))


STATES = ("draft", "signed", "returned", "cosigned", "aside")


ENTRIES: dict[str, dict[str, Any]] = {
    "paired": {"one": zqx("item"), "other": "Music", "chosen": zqx("item")},
    "mswo": {"order": [zqx("item"), "Music"]},
    "single": {"item": zqx("item"), "approached": True},
    "free": {"seconds": {zqx("item"): 20.0}, "length": 300.0},
    "alternating": {"condition": zqx("item"), "value": 2.0},
    "trial_based": {"condition": zqx("item"), "control": False, "test": True},
}


def _assessed(crew: Crew) -> None:
    """Why somebody does something: decided and signed, and another time at work; an analysis of each kind."""
    client = crew.client
    assert client is not None
    target, day = lookups.targets_of(client)[0].id, datetime.now(UTC).date() - timedelta(days=1)
    texts_ = {name: line(name) for name in ("setting_event", "antecedent", "behavior", "consequence", "reasons")}
    decision = Decision(("escape",), confidence="low", **texts_)
    for n in range(3):
        asked = assessments.open_(
            by=crew["imani"], on=client, targets=[target], question=line("question"), until=day,
            began_on=day - timedelta(days=21),
        )  # fmt: skip
        assessments.save(by=crew["imani"], on=asked, decision=decision, based_on=1)
        if n == 0:
            assessments.sign(by=crew["imani"], on=asked, saved=2)
        if n == 2:
            crew.signing.append(f"/assessments/{asked.pk}/signature/")
        if n == 1:
            assessments.close(by=crew["imani"], on=asked, reason=line("notdecided"))
    for kind, details in ENTRIES.items():
        made = assessments.arrange(
            by=crew["imani"], on=client, kind=kind, title=zqx("analysis"), names=[zqx("item"), "Music"],
            unit=zqx("unit"), control=zqx("item"),
        )  # fmt: skip
        assessments.enter(by=crew["rosa"], on=made, details=details, done_on=day)


def _own(state: str) -> dict[str, str]:
    """What only the author can say: other words in each signed note, and in the draft those of the signed one."""
    state = "signed" if state in ("draft", "aside") else state
    words = " ".join(f"{state[:3]}{chr(97 + n % 26)}{chr(97 + n % 23)}" for n in range(200))
    return {"safety": line("ownsafety"), "plan": f"{line('ownplan')} {words}", "objective": line("ownobjective")}


def _scored(crew: Crew, session: UUID) -> None:
    """A check of how the plan was carried out, put right once, and one of a caregiver."""
    version = asking.version_of(Session.objects.get(pk=session))
    assert version is not None
    results = {step.key: "yes" for step in asking.steps_of(version)}
    first = fidelity.check(
        by=crew["imani"], on=session, id=uuid7(), kind="observer", results=results, remark=line("fidelity")
    )
    fidelity.correct(by=crew["imani"], on=first, id=uuid7(), results=results, reason=line("fidelityreason"))
    fidelity.check(
        by=crew["rosa"], on=session, id=uuid7(), kind="caregiver", results=results, who=zqx("practiced")
    )  # fmt: skip


def _book(crew: Crew, begins: datetime) -> UUID:
    return schedule.book(
        by=crew["dev"], on=crew.client, staff_id=crew.staff["rosa"], programme_id=crew.programme, site_id=crew.site,
        begins_at=begins, ends_at=begins + timedelta(minutes=30), zone=ZONE, place=zqx("place"),
        overlap_reason=line("overlap"),
    ).pk  # fmt: skip


def _session(crew: Crew, began: datetime) -> UUID:
    return sessions.start(
        by=crew["rosa"], on=crew.client, id=uuid7(), began_at=began, programme_id=crew.programme, site_id=crew.site,
        place=zqx("where"), overlap_reason=line("overlapping"),
    ).pk  # fmt: skip


def _recorded(crew: Crew, session: UUID, began: datetime) -> None:
    """What happened: counts, a story of before and after, a strategy, a change to the plan, who was there."""
    by, at = crew["rosa"], began + timedelta(minutes=9)
    hands = Target.objects.get(client=crew.client, name=zqx("hands"))
    asked = Target.objects.get(client=crew.client, name=zqx("breaks"))
    story = {"occurred": True, "antecedent": "demand", "narrative": line("narrative"), "activity": zqx("activity"),
             "given_by": zqx("givenby")}  # fmt: skip
    seen = [
        Seen(uuid7(), hands.pk, {"count": 1}, at), Seen(uuid7(), asked.pk, {"count": 1}, at),
        Seen(uuid7(), hands.pk, story, at, ABC),
    ]  # fmt: skip
    behaviour.record(by=by, on=session, observations=seen)
    behaviour.correct(by=by, on=seen[1].id, id=uuid7(), details={"count": 2}, reason=line("correcting"))
    strategy = lookups.strategies_of(lookups.plan_in_force(crew.client, kind="behaviour").version_id)[0]
    behaviour.use_strategy(by=by, on=session, id=uuid7(), strategy_id=strategy.id)
    behaviour.deviate(by=by, on=session, id=uuid7(), what=line("deviated"), reason=line("deviating"))
    sessions.note_presence(by=by, on=session, id=uuid7(), who=zqx("teacher"), took_part=True)
    behaviour.notice(by=by, on=session, id=uuid7(), area="sleep", words=line("noticed"), at=at)
    behaviour.give_token(by=by, on=session, id=uuid7(), count=5, words=line("token"), at=at)
    [wanted] = lookups.menu_of(crew.client)
    behaviour.exchange(by=by, on=session, id=uuid7(), reinforcer_id=wanted.id, cost=wanted.cost, at=at)


def _note(crew: Crew, began: datetime) -> Any:
    """A visit of half an hour that has ended early, and its draft."""
    session, by = _session(crew, began), crew["rosa"]
    _recorded(crew, session, began)
    sessions.end(by=by, on=session, ended_at=began + timedelta(minutes=30), early_reason=line("early"))
    behaviour.settle(by=by, on=session)
    return notes.draft(by=by, on=session)
