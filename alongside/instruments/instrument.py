"""An instrument as the reference describes it, and the questionnaire that its items make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from alongside.foundation import reference
from alongside.instruments.rules.scoring import Missing, Scale

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
LOCAL = "urn:alongside:instrument:"


class ItemsNotAllowed(Exception):
    """The items of this instrument may not be shown: its scores alone can be entered."""


@dataclass(frozen=True)
class Instrument:
    """`about` is the file as it stands; what is computed with is beside it."""

    key: str
    about: Mapping[str, Any]
    scales: tuple[Scale, ...]

    @property
    def title(self) -> str:
        return str(self.about["title"])

    @property
    def has_items(self) -> bool:
        return bool(self.about["licence"]["items"])


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument by its key, in the order of their keys. Raises ValueError for one that breaks its own rules."""
    names = sorted(path.stem for path in (reference.FOLDER / "instruments").glob("*.toml"))
    return {name: read(name, reference.load(f"instruments/{name}")) for name in names}


def read(key: str, about: Mapping[str, Any]) -> Instrument:
    """Raises ValueError where the licence forbids items that stand there, or a scale names an item that does not."""
    links = {item["link"] for part in about.get("part", ()) for item in part["item"]}
    if links and not about["licence"]["items"]:
        raise ValueError(f"{key}: its licence does not allow the items")
    scales = tuple(_scale(raw) for raw in about["scale"])
    if about["licence"]["items"]:
        for scale in scales:
            if unknown := set(scale.items) - links:
                raise ValueError(f"{key}: {scale.key} names {sorted(unknown)}")
    return Instrument(key, about, scales)


def _scale(raw: Mapping[str, Any]) -> Scale:
    lowest, highest = raw["range"]
    return Scale(
        key=raw["key"], name=raw["name"], items=tuple(raw.get("items", ())), rule=raw.get("rule", "sum"),
        bands=tuple((_exact(least), str(name)) for least, name in raw.get("bands", ())),
        range=(_exact(lowest), _exact(highest)), worse=raw.get("worse", "higher"), code=raw.get("code", ""),
        screen=_exact(raw["screen"]) if "screen" in raw else None,
        reliable=_exact(raw["reliable"]) if "reliable" in raw else None, missing=_missing(raw.get("missing", {})),
        levels=tuple((_exact(level), tuple(items)) for level, items in raw.get("levels", ())),
    )  # fmt: skip


def _missing(raw: Mapping[str, Any]) -> Missing:
    return Missing(raw.get("most", 0), raw.get("rule", ""), tuple(raw.get("never", ())), raw.get("of", ""))


def _exact(value: Any) -> Decimal:
    return Decimal(str(value))


def questionnaire(instrument: Instrument) -> dict[str, Any]:
    """Its items as a FHIR R4 Questionnaire. Raises ItemsNotAllowed."""
    about = instrument.about
    if not instrument.has_items:
        raise ItemsNotAllowed(instrument.key)
    system = about.get("code", {}).get("system")
    panel = about.get("code", {}).get("panel")
    return {
        "resourceType": "Questionnaire", "url": f"{LOCAL}{instrument.key}", "version": about["edition"],
        "name": instrument.key, "title": about["title"], "status": "active", "subjectType": ["Patient"],
        "description": about["about"], "copyright": about["licence"]["words"],
        **({"code": [{"system": system, "code": panel}]} if panel else {}),
        "item": list(_parts(instrument.key, about, system)),
    }  # fmt: skip


def _parts(key: str, about: Mapping[str, Any], system: str | None) -> Iterator[dict[str, Any]]:
    for n, part in enumerate(about["part"], 1):
        items = [_item(key, about, part, item, system) for item in part["item"]]
        text = {"text": part["text"]} if "text" in part else {}
        yield {"linkId": f"part-{n}", "type": "group", **text, "item": items}


def _item(
    key: str, about: Mapping[str, Any], part: Mapping[str, Any], item: Mapping[str, Any], system: str | None
) -> dict[str, Any]:
    name = item.get("options", part.get("options"))
    codes = {"code": [{"system": system, "code": item["code"]}]} if "code" in item and system else {}
    found = {"linkId": item["link"], **codes, "text": item["text"], "prefix": item.get("prefix", f"{item['link']}.")}
    needed = {"required": True} if item.get("needed", False) else {}
    if name is None:
        return {**found, "type": item["type"], **needed, **_when(item)}
    given = about["options"][name]
    own = system if all(code.startswith("LA") for code in given) else f"{LOCAL}{key}"
    options = [_option(own, code, value) for code, value in given.items()]
    return {**found, "type": "choice", **needed, **_when(item), "answerOption": options}


def _when(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"enableWhen": item["when"], "enableBehavior": item.get("behavior", "all")} if "when" in item else {}


def _option(system: str | None, code: str, value: list[Any]) -> dict[str, Any]:
    *scored, display = value
    coding = {**({"system": system} if system else {}), "code": code, "display": display}
    score = {"extension": [{"url": ORDINAL, "valueDecimal": scored[0]}]} if scored else {}
    return {**score, "valueCoding": coding}
