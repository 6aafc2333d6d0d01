"""The kit's partials on sample pages, for tests and for looking."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace as Thing

from django import forms
from django.core.paginator import Paginator
from django.template import Context, Engine

from alongside.foundation import messages
from alongside.foundation.errors import Fault
from alongside.foundation.webkit.quilt import Mark
from tests.kit import graphs, samples

HERE = Path(__file__).parent
LIBRARIES = {
    "kit": "alongside.foundation.templatetags.kit",
    "graph": "alongside.chart.templatetags.graph",
    "static": "django.templatetags.static",
}
PAGES = ("components", "recording", "plan", "refused", "signing-in", "printed", "graphs")


class Sample(forms.Form):
    """A form with each kind of control, filled in wrongly."""

    ended = forms.CharField(label="Visit ended at", help_text="You started at 3:30 pm")
    place = forms.ChoiceField(label="Where were you?", choices=[("", "Choose"), ("school", "School")])
    how = forms.ChoiceField(
        label="How was it?", choices=[("a", "Easy"), ("b", "Hard")], widget=forms.RadioSelect, help_text="One of two"
    )
    words = forms.CharField(label="In your words", widget=forms.Textarea, required=False)
    agree = forms.BooleanField(label="He has eaten")

    def clean_ended(self):
        raise forms.ValidationError("2:05 pm is before 3:30 pm. Did you mean 5:05 pm?")


def page(name: str) -> str:
    """The sample page `name` as HTML."""
    engine = Engine(dirs=[HERE / "templates"], app_dirs=True, libraries=LIBRARIES)
    return engine.get_template(f"show/{name}.html").render(Context(values()))


def speak_samples() -> None:
    """Let the sample menu be said; for a process that only renders sample pages."""
    real = messages.catalogue
    messages.catalogue = lambda locale: {**real(locale), **samples.WORDS}


def values() -> dict:
    """Everything that the sample pages read."""
    form = Sample({"ended": "2:05 pm", "words": "He seemed tired."})
    people = {"theo": samples.THEO, "max": samples.MAX, "yasmin": samples.YASMIN}
    return people | {
        "nav": samples.NAV,
        "here": "clients",
        "help_url": "#help",
        "search_url": "#search",
        "me": Thing(name="Imani Okafor", role="Licensed supervisor"),
        "menu": [("kit.menu.you", "#you", "get"), ("kit.menu.out", "#out", "post")],
        "zone": "America/New_York",
        "now": samples.NOW,
        "today": date(2026, 11, 19),
        "since": datetime.now(UTC) - timedelta(seconds=3258),
        "timer_since": datetime.now(UTC) - timedelta(seconds=72),
        "page_title": "Visit",
        "form": form,
        "faults": [Fault("foundation.fault.other_client")],
        "duties": samples.DUTIES,
        "sentences": samples.SENTENCES,
        "events": samples.EVENTS,
        "checks": samples.CHECKS,
        "stages": samples.STAGES,
        "columns": samples.COLUMNS,
        "rows": samples.ROWS,
        "tabs": [("overview", "Overview", "#", 0), ("notes", "Notes", "#", 84), ("risk", "Risk and safety", "#", 0)],
        "crumbs": [("Theo Bell", "#"), ("Behavior", "#"), ("Leaves the area", "")],
        "choices": [("now", "Now", "#"), ("plan", "Plan card", "#"), ("notes", "Today’s notes", "#")],
        "marks": [Mark(n % 9 + 1, n % 6 + 1) for n in range(9)],
        "page": Paginator(range(95), 10).page(3),
        "results": ["own", "own", "prompted", "own", "not_yet", "prompted", "own"],
        "trial_keys": [("own", "On his own"), ("prompted", "With a prompt"), ("not_yet", "Not yet")],
        "agency_name": "Harbour Community Services",
        "agency_address": "1200 Fairmount Ave, Philadelphia, PA 19123",
        "foot": "Theo Bell · 0417",
        "foot_end": "Printed 19 Nov 2026",
        "back_url": "#",
        "graphs": {name: make() for name, make in graphs.GRAPHS.items()},
        "visit": graphs.strip(),
        "spark": [6.2, 5.0, 7.1, None, 5.4, 3.0, 2.4, 1.2, 0.8],
        "one_value": [3.0],
        "intervals": ["yes", "no", "yes", "unseen", "yes"] * 9,
        "trials": ["own", "prompted", "not_yet", "own"],
    }
