"""What the kit's partials are shown with: one sample each, plain and difficult (long names, other scripts, zero)."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace as Thing

from alongside.foundation.webkit.quilt import Mark

NOW = datetime(2026, 11, 19, 21, 24, 18, tzinfo=UTC)
LONG = "Maximiliana-Alejandra Featherstonehaugh-Papadopoulos de la Santísima Trinidad y Goicoechea"

ALERTS = [
    Thing(text="Runs toward roads when overwhelmed", icon="warn", grave=True),
    Thing(text="Allergy: amoxicillin", icon="pill", grave=True),
    Thing(text="Safety plan, 3 Nov 2026", icon="shield", grave=False),
    Thing(text="Father: no contact, court order to 1 Mar 2027", icon="lock", grave=False),
]
THEO = Thing(name="Theo Bell", also="", mark=Mark(1, 2), born=date(2017, 3, 4), pronouns="he / him", alerts=ALERTS)
YASMIN = Thing(
    name="ياسمين عبد الرحمن الخطيب",
    also="Yasmin Abd al-Rahman al-Khatib",
    mark=Mark(6, 1),
    born=date(2015, 1, 9),
    pronouns="she / her",
    alerts=[],
)
MAX = Thing(name=LONG, also="", mark=Mark(7, 4), born=date(2010, 9, 30), pronouns="they / them", alerts=ALERTS)

NAV = [
    Thing(key="inbox", label="kit.nav.inbox", icon="inbox", url="#inbox", count=11),
    Thing(key="clients", label="kit.nav.clients", icon="clients", url="#clients", count=0),
    Thing(key="cosign", label="kit.nav.cosign", icon="signature", url="#cosign", count=4),
    Thing(key="reports", label="kit.nav.reports", icon="report", url="#reports", count=0),
    Thing(key="schedule", label="kit.nav.schedule", icon="calendar", url="#schedule", count=0),
]
WORDS = {
    "kit.nav.inbox": "Inbox",
    "kit.nav.clients": "Clients",
    "kit.nav.cosign": "Co-sign",
    "kit.nav.reports": "Reports",
    "kit.nav.schedule": "Schedule",
    "kit.menu.out": "Sign out",
    "kit.menu.you": "Your sign-in",
}
DUTIES = [
    Thing(
        state="late",
        left=0,
        title="Debrief with staff",
        url="#",
        about="Agency policy 4.12",
        due="26 h late",
        by="was Wed 12:40 pm",
    ),
    Thing(state="soon", left=0.12, title="Co-sign a note", url="#", about=LONG, due="in 1 h 40 min", by="by 4:30 pm"),
    Thing(state="", left=0.8, title="Fidelity check", url="#", about="Theo Bell", due="in 5 days", by="Tue 24 Nov"),
    Thing(state="later", left=1, title="Follow-up call", url="#", about="Starts at discharge", due="Later", by=""),
    Thing(state="done", left=1, title="Tell the parent", url="#", about="Done by you, 12:58 pm", due="Done", by=""),
]
SENTENCES = [
    Thing(
        text="Theo asked for a break with his card 9 times in 90 minutes.",
        own=False,
        faulty=False,
        chips=[Thing(strong="9 counts", text="3:36–4:54 pm", url="#", icon="link")],
    ),
    Thing(
        text="He seemed more tired than usual.",
        own=True,
        faulty=True,
        chips=[Thing(strong="", text="Your words, no data. Keep, or say what you saw", url="", icon="pencil")],
    ),
]
EVENTS = [
    Thing(
        kind="",
        at=NOW,
        day="Thu 19",
        time="now",
        title="Visit at school, Rosa Delgado",
        text="54 minutes so far",
        url="",
    ),
    Thing(
        kind="signed",
        at=NOW - timedelta(days=2),
        day="Tue 17",
        time="5:51 pm",
        title="Note signed by Rosa",
        text="Waits for your co-signature.",
        url="#",
        link="Read it",
    ),
    Thing(
        kind="grave",
        at=NOW - timedelta(days=2),
        day="Tue 17",
        time="12:34 pm",
        title="Hold of 6 min 12 s",
        text="No injury",
        url="",
    ),
    Thing(
        kind="expected",
        at=None,
        day="Fri 20",
        time="5:00 pm",
        title="",
        text="If still open, it goes to quality.",
        url="",
    ),
]
STAGES = [
    Thing(stage=1, title="Calm", signs="Talks, plays, answers", text="Keep the schedule visible. Offer choices."),
    Thing(stage=2, title="Something is building", signs="Quiet, hums, covers ears", text="Show the break card."),
    Thing(
        stage=3,
        title="Escalating",
        signs="Paces, says “no” again and again",
        seen=["Paces", "“No, no, no”", "Looks at the door"],
        do=[Thing(text="Step back two arm lengths", new=False), Thing(text="Point to the bean-bag corner", new=True)],
        dont=[Thing(text="Don’t repeat the instruction", new=False)],
        says="“You can have a break. I’m here.”",
        says_how="Say it once, in a low voice",
        next="Go to stage 4 if he hits or runs.",
    ),
    Thing(stage=4, title="Crisis", signs="Hits, throws, runs", text="Keep everyone safe."),
    Thing(stage=5, title="Coming back", signs="Cries, hides, is tired", text="Water, dim light, no questions."),
]
CHECKS = [
    Thing(state="ok", text="Objective named: 1.2, 2.1", why="", url=""),
    Thing(
        state="todo", text="Who else was present", why="Medical Assistance asks for it.", url="#", label="Add teacher"
    ),
]
COLUMNS = [("Objective", ""), ("Before", "n"), ("Now", "n")]
ROWS = [["1.2 Leaves the area", "6.2 per h", "1.3 per h"], [LONG, "10%", "46%"]]
