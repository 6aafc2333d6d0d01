"""Devices in use."""

from copy import copy

import pytest
from django.test import Client as Browser

from alongside.field.tests.shift import Shift
from tests import plans
from tests.field.device import Device


@pytest.fixture
def device(cast, at):
    """Rosa's device, in use."""
    made = Device(str(cast.agency))
    made.enrol("rosa", at("rosa"))
    return made


@pytest.fixture
def shift(cast, device):
    """Rosa's device, a target of Theo's, and a browser in which nobody is signed in."""
    return Shift(cast, device, Browser(), plans.target(cast))


@pytest.fixture
def colleague(cast, at, shift):
    """The same device in Imani's hands."""
    shift.device.enrol("imani", at("imani"))
    other = copy(shift)
    other.who = "imani"
    return other
