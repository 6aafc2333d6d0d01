"""The fields of a drawn form, as a browser would send them."""


def fields_of(drawn) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for control in drawn:
        marked = [one.at for one in control.choices if one.marked]
        if marked:
            found[control.name] = marked
        if control.many:
            found[control.many] = [str(len(control.parts))]
        for part in control.parts:
            if part.text and not control.choices and control.draw != "computed":
                found[part.name] = [part.text]
            if part.unit:
                found[part.unit_name] = [part.unit]
            found |= fields_of(part.items)
    return found
