/* What this device's clock said when the server's did: kept with the outbox keys of the moment, so that a clock that was
   wrong is known although it was put right before handing in. docs/field-protocol.md, section 4. */
import { withReading } from "../core/clocks.js";
import { milliseconds, moment } from "../core/moments.js";

/** How long (ms of the monotonic clock) an outbox key has been in memory; null where it is not. */
export function ticksOf(device, key) {
  const pen = [...device.pens.values()].find(({ row }) => row.id === key);
  return pen ? Math.max(0, Math.round(device.tick() - pen.born)) : null;
}

/** What is known of the clock when a key is made: as it was at the last contact, whenever that was. */
export const firstReading = ({ contact }) => (contact ? [{ tick: null, at: contact.at, server: contact.server }] : []);

/** The server said its time (a moment's text): kept for the keys in memory, and for those that are made later. */
export async function contacted(device, server) {
  if (milliseconds(server) === null) return;
  const said = { at: moment(device.now()), server: moment(milliseconds(server)) };
  device.contact = said;
  await device.database.run(["device", "keys"], "readwrite", async (table) => {
    await table("device").put({ name: "contact", ...said });
    for (const pen of device.pens.values()) {
      pen.row.readings = withReading(pen.row.readings, { tick: ticksOf(device, pen.row.id), ...said });
      const row = await table("keys").get(pen.row.id);
      if (row) await table("keys").put({ ...row, readings: pen.row.readings });
    }
  });
}
