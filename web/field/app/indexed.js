/* A pack as the pages look things up in it. Without one (expired, never fetched) everything is empty and capture goes on. */

const SECTIONS = ["client", "card", "targets", "strategies", "crisis", "cover", "note", "reinforcers", "living", "skills", "techniques", "procedures", "forms"];

/** {today, reference, places, living, clients: Map, sessions: [...], made_at, expires_at} of `pack`, or of nothing. */
export function indexed(pack) {
  const found = { today: { visits: [] }, reference: null, places: { programmes: [], sites: [], on_call: [] }, agency: {}, clients: new Map(), sessions: [], made_at: pack?.made_at ?? null, expires_at: pack?.expires_at ?? null };
  for (const { kind, client, body } of pack?.sections ?? []) {
    const [name, version] = kind.split("/");
    if (version !== "1") continue;
    if (name === "session") found.sessions.push({ ...body, client: body.client ?? client });
    else if (client === null || client === undefined) found[name] = body;
    else if (SECTIONS.includes(name)) of(found, client)[name] = body;
  }
  for (const [id, sections] of found.clients) if (!sections.client) found.clients.delete(id);
  return found;
}

function of(found, client) {
  if (!found.clients.has(client)) found.clients.set(client, {});
  return found.clients.get(client);
}
