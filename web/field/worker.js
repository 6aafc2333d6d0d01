/* Keeps the app's own files, so that it starts without signal. It keeps nothing of anybody: what is read or handed in goes past it.
   BUILD and FILES are put before this text by the server. One build is one cache, whole or not at all; a new one waits beside the
   old until the app says that nothing is being recorded. */
const CACHE = `field-${self.BUILD}`;
const SHELL = "/field/";
const OURS = new Set(self.FILES.map((file) => file.url));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(settle()));
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  if (event.data === "which") event.source?.postMessage({ build: self.BUILD });
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === SHELL) event.respondWith(kept(SHELL, event.request));
  else if (OURS.has(url.pathname)) event.respondWith(kept(url.pathname, event.request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.add(new Request(SHELL, { cache: "reload", credentials: "omit" }));
  await Promise.all(self.FILES.map(({ url, integrity }) => cache.add(new Request(url, { cache: "reload", credentials: "omit", integrity }))));
}

async function settle() {
  for (const name of await caches.keys()) if (name.startsWith("field-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

/* From this build's cache alone: files of two builds are never mixed. What was evicted is fetched again. */
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
