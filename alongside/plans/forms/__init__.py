"""The forms of plans."""

from alongside.plans.forms.menu import OfferForm, PreferenceForm
from alongside.plans.forms.phases import ChangeForm, CorrectionForm, EndForm, KindForm, PhaseForm, ReasonForm, local
from alongside.plans.forms.sections import form_of

__all__ = [
    "ChangeForm", "CorrectionForm", "EndForm", "KindForm", "OfferForm", "PhaseForm", "PreferenceForm", "ReasonForm",
    "form_of", "local",
]  # fmt: skip
