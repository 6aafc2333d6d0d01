/* The device's database: transactions that are done only when they are on disk, and a connection that mends itself. */
import { Trouble } from "../core/trouble.js";
import { UPGRADES } from "./upgrades.js";

export const NAME = "alongside-field";
const LOST = new Set(["InvalidStateError", "UnknownError", "AbortError"]); // also how WebKit says that its process went away

/**
 * Opens the database: `{run, close}`. Nothing of a client is in clear in it, nor in a name or key of it.
 * `told(what)` hears `blocked` (another tab holds an older version open) and `closed` (another tab needs a newer one).
 */
export async function openDatabase({ indexedDB, name = NAME, upgrades = UPGRADES, told = () => {} }) {
  let opening = null;

  async function connection() {
    opening ??= connected({ indexedDB, name, upgrades, told, gone: () => (opening = null) });
    return opening.catch((fault) => {
      opening = null;
      throw fault;
    });
  }

  /**
   * One transaction with strict durability over `stores`. `work(table)` may only await what tables give; it throws to
   * undo everything. Resolves with its result once the whole is on disk; a lost connection is opened again, once.
   */
  async function run(stores, mode, work) {
    try {
      return await transacted(await connection(), stores, mode, work);
    } catch (fault) {
      if (!LOST.has(fault?.name)) throw named(fault);
      (await opening?.catch(() => null))?.close();
      opening = null;
    }
    try {
      return await transacted(await connection(), stores, mode, work);
    } catch (fault) {
      throw named(fault);
    }
  }

  async function close() {
    (await opening?.catch(() => null))?.close();
    opening = null;
  }

  await connection().catch((fault) => {
    throw named(fault);
  });
  return { run, close };
}

function connected({ indexedDB, name, upgrades, told, gone }) {
  return new Promise((done, refuse) => {
    const request = indexedDB.open(name, upgrades.length);
    request.onblocked = () => told("blocked");
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.result, request.transaction);
    };
    request.onerror = () => refuse(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = gone;
      database.onversionchange = () => {
        database.close(); // what runs is finished first
        gone();
        told("closed");
      };
      done(database);
    };
  });
}

function transacted(database, stores, mode, work) {
  return new Promise((done, refuse) => {
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    let [result, fault] = [undefined, null];
    transaction.oncomplete = () => done(result);
    transaction.onabort = () => refuse(fault ?? transaction.error ?? new DOMException("", "AbortError"));
    work((store) => table(transaction.objectStore(store))).then(
      (value) => (result = value),
      (thrown) => {
        fault = thrown;
        try {
          transaction.abort();
        } catch {
          refuse(thrown); // it was over already
        }
      },
    );
  });
}

/* The requests of a store as promises. */
function table(store) {
  const asked = (request) =>
    new Promise((done, refuse) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => refuse(request.error);
    });
  return {
    get: (key) => asked(store.get(key)),
    put: (row) => asked(store.put(row)),
    add: (row) => asked(store.add(row)),
    remove: (key) => asked(store.delete(key)),
    count: (range) => asked(store.count(range)),
    all: (range, most) => asked(store.getAll(range, most)),
    allBy: (index, range) => asked(store.index(index).getAll(range)),
  };
}

function named(fault) {
  if (fault instanceof Trouble) return fault;
  const code = { QuotaExceededError: "disk_full", VersionError: "newer_app" }[fault?.name] ?? "disk";
  return new Trouble(code, { name: fault?.name ?? null });
}
