"""What was made elsewhere is what its README says: nobody changes it in place."""

import hashlib
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "web" / "vendor"
DIGESTS = {"fhirpath.mjs": "8c67a6507330d04e448bd3ea5b00c3ee70e0a1852dd3ac688312b5fa55f9e611"}


def test_it_is_as_it_came():
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in VENDOR.glob("*.mjs")}
    assert found == DIGESTS


def test_each_has_its_terms_beside_it_and_logs_nothing():
    for name in DIGESTS:
        assert (VENDOR / name).with_suffix(".LICENSE.md").exists()
        assert "console." not in (VENDOR / name).read_text(encoding="utf-8")
