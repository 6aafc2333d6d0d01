/* Serves web/ and the small server of the tests on loopback, for a real browser: prints its port. `POST /control/` sets
   fields of the server; its answer tells what was asked and done. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { makeServer } from "./server.mjs";

const WEB = fileURLToPath(new URL("../../web", import.meta.url));
const TYPES = { ".js": "text/javascript", ".html": "text/html" };
const PAGE = `<!doctype html><title>device</title><script type="module">
  import { openDevice } from "/field/device.js";
  import { UPGRADES } from "/field/store/upgrades.js";
  Object.assign(window, { openDevice, UPGRADES, ready: true });
</script>`;
const server = await makeServer({ now: () => Date.now() });

const body = async (request) => {
  let text = "";
  for await (const part of request) text += part;
  return text;
};

async function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/control/") {
    Object.assign(server, JSON.parse((await body(request)) || "{}"));
    const taken = [...server.taken.values()].map(({ operation, outcome }) => ({ n: operation.details.n, seq: operation.seq, outcome }));
    const sent = server.asked.filter((one) => one.address === "/field/operations/").flatMap((one) => one.body.operations);
    return response.end(JSON.stringify({ taken, sent: sent.length }));
  }
  if (path === "/") return response.setHeader("content-type", "text/html").end(PAGE);
  if (/^\/field\/(session|enrolments|pack|operations)\/$/.test(path)) {
    if (!server.online) return response.destroy();
    const given = await server.fetch(path, { headers: { authorization: request.headers.authorization }, body: request.method === "POST" ? await body(request) : undefined });
    response.writeHead(given.status, Object.fromEntries(given.headers));
    return response.end(await given.text());
  }
  const file = normalize(join(WEB, path));
  if (!file.startsWith(WEB) || !TYPES[extname(file)]) return response.writeHead(404).end();
  return response.setHeader("content-type", TYPES[extname(file)]).end(await readFile(file));
}

const listening = createServer((request, response) => {
  answer(request, response).catch(() => response.headersSent || response.writeHead(404).end());
});
listening.listen(0, "127.0.0.1", () => console.log(listening.address().port));
