"""What must follow an answer goes along in the agency's own words, and stays the product's where it has none."""

from alongside.field.packing import queries
from alongside.field.tests.packs import of_kind, whole_day
from alongside.instruments import actions

OURS = {"must": "Sit down with them.", "grave_must": "Stay.\nCall 911.", "numbers": "Clinical lead, 215 555 0199"}


def path_of(cast):
    [body] = of_kind(queries.pack(by=cast.rosa, on=cast.rosa.staff_id), "questions/1").values()
    [found] = body["paths"]
    return found


def test_own_words_go_along_once_somebody_agreed(cast):
    whole_day(cast)
    assert "own" not in path_of(cast) and path_of(cast)["must"][0] == "stay"
    made = actions.word_path(by=cast.imani, on=cast.agency, path="suicide", **OURS)
    assert "own" not in path_of(cast)
    actions.agree_path(by=cast.quinn, on=made.pk, read=True)
    own = path_of(cast)["own"]
    assert own["grave_must"] == ["Stay.", "Call 911."] and own["numbers"] == [["Clinical lead", "215 555 0199"]]
