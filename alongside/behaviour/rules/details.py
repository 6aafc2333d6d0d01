"""The details of one observation against the definition of its measure (reference/measures.toml)."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from alongside.foundation.errors import Fault
from alongside.foundation.typed_text import fault_in, settled

Definition = Mapping[str, Any]
Details = dict[str, Any]


def checked(definition: Definition, given: Mapping[str, Any]) -> tuple[Details, list[Fault]]:
    """The details in their one written form, and every fault in them. Unknown names are faults."""
    fields = definition["fields"]
    faults = [Fault("behaviour.fault.unknown_detail", name[:40]) for name in given if name not in fields]
    kept: Details = {}
    for name, field in fields.items():
        value = given.get(name)
        if value is None or value == "" or value == []:
            if field.get("needed"):
                faults.append(Fault("behaviour.fault.missing", name))
            continue
        try:
            kept[name] = KINDS[field["kind"]](value, field)
        except Unfit as unfit:
            faults.append(Fault(unfit.code, name, unfit.values))
    return kept, faults or _neither(definition, kept)


def fits(details: Details, settings: Mapping[str, Any]) -> list[Fault]:
    """Faults against what the target is set to: steps there are, prompt levels on its list, interval length."""
    faults = []
    steps, prompts = settings.get("steps") or [], (settings.get("prompts") or [])[1:]  # the first is no prompt
    if steps and details.get("step", 1) > len(steps):
        faults.append(Fault("behaviour.fault.no_such_step", "step", {"most": len(steps)}))
    if prompts and details.get("prompt", prompts[0]) not in prompts:
        faults.append(Fault("behaviour.fault.not_a_choice", "prompt"))
    if details.get("outcome") == "correct" and details.get("prompt"):
        faults.append(Fault("behaviour.fault.prompted_is_not_own", "prompt"))
    return faults


class Unfit(Exception):
    """A value is not what its field holds."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def _neither(definition: Definition, kept: Details) -> list[Fault]:
    groups = definition.get("either", [])
    if not groups or any(all(name in kept for name in group) for group in groups):
        return []
    return [Fault("behaviour.fault.missing", name) for name in groups[0] if name not in kept]


def _whole(value: Any, field: Definition) -> int:
    number = _decimal(value)
    if number != number.to_integral_value():
        raise Unfit("behaviour.fault.not_whole")
    return int(_within(number, field))


def _number(value: Any, field: Definition) -> int | float:
    number = _within(_decimal(value), field)
    if -int(number.normalize().as_tuple().exponent) > field.get("places", 3):
        raise Unfit("behaviour.fault.too_fine")
    return int(number) if number == int(number) else float(number)


def _decimal(value: Any) -> Decimal:
    """Numbers only: no text, no yes or no, nothing infinite or undefined. A float is read as it is written."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise Unfit("behaviour.fault.not_a_number")
    if isinstance(value, int) and abs(value) > 10**15:
        raise Unfit("behaviour.fault.not_a_number")
    number = value if isinstance(value, (int, Decimal)) else Decimal(repr(value))
    if not Decimal(number).is_finite() or abs(Decimal(number)) > 10**15:
        raise Unfit("behaviour.fault.not_a_number")
    return Decimal(number) + 0


def _within(number: Decimal, field: Definition) -> Decimal:
    least, most = field["least"], field["most"]
    if not least <= number <= most:
        raise Unfit("behaviour.fault.out_of_range", least=f"{least:,}", most=f"{most:,}")
    return number


def _flag(value: Any, field: Definition) -> bool:
    if not isinstance(value, bool):
        raise Unfit("behaviour.fault.not_yes_or_no")
    return value


def _choice(value: Any, field: Definition) -> str:
    if not isinstance(value, str) or value not in field["of"]:
        raise Unfit("behaviour.fault.not_a_choice")
    return value


def _several(value: Any, field: Definition) -> list[str]:
    if not isinstance(value, list) or any(not isinstance(one, str) or one not in field["of"] for one in value):
        raise Unfit("behaviour.fault.not_a_choice")
    return sorted(set(value))


def _text(value: Any, field: Definition) -> str:
    if not isinstance(value, str):
        raise Unfit("behaviour.fault.not_text")
    text = settled(value, lines=True)
    fault = fault_in(text, most=field["most"], lines=True)
    if fault:
        raise Unfit(fault.code, **fault.values)
    if not text:
        raise Unfit("behaviour.fault.missing")
    return text


KINDS: dict[str, Callable[[Any, Definition], Any]] = {
    "whole": _whole, "number": _number, "flag": _flag, "choice": _choice, "several": _several, "text": _text,
}  # fmt: skip
