"""How what a version says is kept in the tables. Not asked by itself: the verbs beside this folder are."""

from alongside.plans.actions.keeping.drafts import begun, drafted
from alongside.plans.actions.keeping.restrictions import without
from alongside.plans.actions.keeping.sections import copy, keep
from alongside.plans.actions.keeping.targets import apply

__all__ = ["apply", "begun", "copy", "drafted", "keep", "without"]
