/* One tab at a time hands in: by the browser's locks, or by a row that a tab holds for a minute. */

const NAME = "alongside-field/handing-in";
const HELD = 90_000; // milliseconds: longer than one try may take

/**
 * Runs `work(still)` as the one that leads, `still()` telling whether it does. With locks a tab waits for its turn;
 * without, the result is null where another tab leads.
 */
export function leading({ locks, database, now, tab }, work) {
  return locks ? locks.request(NAME, () => work(async () => true)) : byRow({ database, now, tab }, work);
}

async function byRow({ database, now, tab }, work) {
  if (!(await taken({ database, now, tab }))) return null;
  try {
    return await work(() => taken({ database, now, tab }));
  } finally {
    await released({ database, tab });
  }
}

/* A row from the future was written by a clock that was turned: it holds nobody up. */
function taken({ database, now, tab }) {
  return database.run(["device"], "readwrite", async (table) => {
    const row = await table("device").get("leader");
    const free = !row || row.tab === tab || row.until <= now() || row.until > now() + HELD;
    if (free) await table("device").put({ name: "leader", tab, until: now() + HELD });
    return free;
  });
}

function released({ database, tab }) {
  return database.run(["device"], "readwrite", async (table) => {
    if ((await table("device").get("leader"))?.tab === tab) await table("device").remove("leader");
  });
}
