"""What a browser knows of a page: its links, its forms with what would be sent, its text with what stands around."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSENT = {"submit", "button", "reset", "image", "file"}


@dataclass
class Control:
    """A field as it is sent. `offered`: the values of a select, or of the boxes with this name."""

    name: str
    kind: str
    id: str = ""
    value: str = ""
    chosen: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    attrs: dict[str, str] = field(default_factory=dict)

    @property
    def is_typed(self) -> bool:
        return self.kind in ("text", "textarea", "search", "email", "password", "tel", "date", "time", "number")

    def sent(self) -> list[str]:
        """What the browser sends for it when nobody touches it."""
        if self.kind in ("checkbox", "radio", "select", "select-multiple"):
            return self.chosen
        return [self.value]


@dataclass
class Form:
    page: str
    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def sent(self) -> dict[str, list[str]]:
        sent = {name: control.sent() for name, control in self.controls.items() if name != "csrfmiddlewaretoken"}
        for name, value in self.buttons[:1]:
            if name:
                sent[name] = [value]
        return {name: values for name, values in sent.items() if values}


@dataclass(frozen=True)
class Word:
    """A piece of text, or of an attribute that is read out, with the elements it stands in."""

    text: str
    inside: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    attribute: str = ""


class Page(HTMLParser):
    def __init__(self, html: str, path: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.path, self.links, self.ids, self.title = path, [], {}, ""
        self.forms: list[Form] = []
        self.words: list[Word] = []
        self.messages: dict[str, str] = {}
        self._stack: list[tuple[str, dict[str, str]]] = []
        self._form: Form | None = None
        self._open: Control | None = None
        self._waiting: list[tuple[str, Control]] = []
        self.feed(html)
        self.close()
        by_id = {form_id: form for form_id, form in self._named}
        for form_id, control in self._waiting:
            if form_id in by_id:
                _join(by_id[form_id], control)

    def reset(self) -> None:
        super().reset()
        self._named: list[tuple[str, Form]] = []
        self._loose: list[Control] = []

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in found}
        if attrs.get("id"):
            self.ids[attrs["id"]] = attrs
        for name in ("aria-label", "title", "alt", "placeholder"):
            if attrs.get(name):
                self._word(attrs[name], name, (tag, attrs))
        if tag not in VOID:
            self._stack.append((tag, attrs))
        self._form_tag(tag, attrs)

    def _form_tag(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "a" and attrs.get("href"):
            self.links.append(attrs["href"])
        elif tag == "form":
            self._form = Form(self.path, attrs.get("action") or self.path, attrs.get("method", "get").lower())
            self.forms.append(self._form)
            self._named.append((attrs.get("id", ""), self._form))
        elif tag == "button" and attrs.get("type", "submit") == "submit":
            if self._form and not attrs.get("form"):
                self._form.buttons.append((attrs.get("name", ""), attrs.get("value", "")))
        elif tag == "input" and attrs.get("name") and attrs.get("type", "text") not in UNSENT:
            self._put(_input(attrs), attrs)
        elif tag == "textarea":
            self._open = Control(attrs.get("name", ""), "textarea", attrs.get("id", ""), attrs=attrs)
            self._put(self._open, attrs)
        elif tag == "select":
            kind = "select-multiple" if "multiple" in attrs else "select"
            self._open = Control(attrs.get("name", ""), kind, attrs.get("id", ""), attrs=attrs)
            self._put(self._open, attrs)
        elif tag == "option" and self._open and self._open.kind.startswith("select"):
            value = attrs.get("value", "")
            self._open.offered.append(value)
            if "selected" in attrs or (self._open.kind == "select" and len(self._open.offered) == 1):
                self._open.chosen = [value]

    def _put(self, control: Control, attrs: dict[str, str]) -> None:
        if attrs.get("form"):
            self._waiting.append((attrs["form"], control))
        elif self._form and control.name:
            _join(self._form, control)
        elif control.kind == "textarea":
            self._loose.append(control)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag in ("textarea", "select"):
            self._open = None
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at][0] == tag:
                del self._stack[at:]
                break

    def handle_data(self, data: str) -> None:
        if self._open and self._open.kind == "textarea":
            self._open.value += data if self._open.value else data.removeprefix("\n")
        if data.strip():
            self._word(data.strip())
        if [tag for tag, _ in self._stack[-2:]] == ["head", "title"]:
            self.title += data

    def _word(self, text: str, attribute: str = "", own: tuple[str, dict[str, str]] | None = None) -> None:
        around = [*self._stack, own] if own else self._stack
        self.words.append(Word(text, tuple((tag, tuple(attrs.items())) for tag, attrs in around), attribute))

    @property
    def typed(self) -> list[str]:
        """Texts that stand in areas outside every form, to copy."""
        return [control.value for control in self._loose]

    def said_at(self, id: str) -> str:
        """The text inside the element with this id."""
        inside = [w.text for w in self.words if not w.attribute and any(("id", id) in attrs for _, attrs in w.inside)]
        return " ".join(inside)

    def control(self, name: str) -> list[Control]:
        return [form.controls[name] for form in self.forms if name in form.controls]


def _input(attrs: dict[str, str]) -> Control:
    kind, value = attrs.get("type", "text"), attrs.get("value", "")
    if kind in ("checkbox", "radio"):
        value = attrs.get("value", "on")
        chosen = [value] if "checked" in attrs else []
        return Control(attrs["name"], kind, attrs.get("id", ""), "", chosen, [value], attrs)
    return Control(attrs["name"], kind, attrs.get("id", ""), value, attrs=attrs)


def _join(form: Form, control: Control) -> None:
    """Boxes of one name are one field."""
    there = form.controls.get(control.name)
    if there and control.kind in ("checkbox", "radio"):
        there.offered += control.offered
        there.chosen += control.chosen
    elif not there:
        form.controls[control.name] = control
