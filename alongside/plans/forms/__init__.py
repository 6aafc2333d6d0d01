"""The forms of plans."""

from alongside.plans.forms.menu import OfferForm, PreferenceForm
from alongside.plans.forms.phases import (
    ChangeForm,
    CorrectionForm,
    EndForm,
    KindForm,
    PhaseForm,
    ReasonForm,
    SchoolForm,
    local,
)
from alongside.plans.forms.restrictions import ApprovalForm, WithdrawForm
from alongside.plans.forms.sections import form_of
from alongside.plans.forms.starting import StartForm
from alongside.plans.forms.training import TrainingForm

__all__ = [
    "ApprovalForm", "StartForm", "WithdrawForm",
    "ChangeForm", "CorrectionForm", "EndForm", "KindForm", "OfferForm", "PhaseForm", "PreferenceForm", "ReasonForm",
    "SchoolForm",
    "TrainingForm", "form_of", "local",
]  # fmt: skip
