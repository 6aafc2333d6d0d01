"""The device and the real server: enrol, fetch the pack, record without signal, hand in."""

import pytest

from tests.field.test_device_in_chromium import PIN

SHIFT = """async ([pin, client, programme, site]) => {
  const { openDevice } = await import("/static/field/device.js");
  const device = await openDevice({ build: "test", later: null });
  await device.enrol({ pin, label: "Blue tablet" });
  const pack = await device.fetchPack();
  const at = new Date().toISOString();
  await device.record({ kind: "sessions.start/1", on: client,
    details: { programme, site, zone: "America/New_York", began_at: at } });
  await device.record({ kind: "nobody.knows/1", on: client, details: {} });
  await device.handIn();
  const { unsent, held, who } = device.status();
  return { sections: pack.sections.length, unsent, held, who };
}"""


@pytest.mark.journey
def test_what_rosas_device_records_reaches_the_server(page_at, world):
    page = page_at("rosa")
    page.goto("/")
    told = page.evaluate(SHIFT, [PIN, str(world.theo.pk), str(world.programme.pk), str(world.site.pk)])
    assert told["sections"] > 0
    assert told["who"]["id"] == str(world.staff["rosa"])
    assert told["unsent"]["count"] == 0 and told["unsent"]["problem"] is None
    assert [one["reasons"] for one in told["held"]] == [[{"code": "unknown_kind", "field": ""}]]
