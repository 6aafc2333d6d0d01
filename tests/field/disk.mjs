/* A small stand-in for IndexedDB, for tests in Node: transactions one at a time, all or nothing, stored as clones. It
   counts requests and can be full, cut off, or closed. What it cannot show is tried in a real browser. */

const fault = (name) => Object.assign(new Error(name), { name });
const later = (work) => setImmediate(work);
const text = (key) => JSON.stringify(key);
const keyOf = (row, path) => (Array.isArray(path) ? path.map((one) => row[one]) : row[path]);

function compared(one, other) {
  if (!Array.isArray(one)) return one < other ? -1 : Number(one > other);
  for (let place = 0; place < one.length; place += 1) {
    const result = compared(one[place], other[place]);
    if (result) return result;
  }
  return 0;
}

globalThis.IDBKeyRange ??= {
  bound: (low, high) => ({ has: (key) => compared(key, low) >= 0 && compared(key, high) <= 0 }),
  upperBound: (high) => ({ has: (key) => compared(key, high) <= 0 }),
  only: (value) => ({ has: (key) => compared(key, value) === 0 }),
};

export function makeDisk() {
  const bases = new Map();
  const disk = { requests: 0, transactions: 0, full: false, cut: 0, connections: new Set(), durability: [] };

  disk.open = (name, version) => {
    const request = {};
    const attempt = () => {
      const base = bases.get(name) ?? { version: 0, stores: new Map(), line: [], busy: false };
      if (version < base.version) return failed(request, "VersionError");
      const others = [...disk.connections].filter((one) => one.base === base && !one.closed);
      if (version > base.version && others.length) {
        for (const one of others) one.onversionchange?.({});
        const still = others.filter((one) => !one.closed);
        if (still.length) {
          request.onblocked?.({});
          return void setTimeout(attempt, 5);
        }
      }
      bases.set(name, base);
      const connection = connect(disk, base);
      request.result = connection;
      if (version > base.version) {
        const oldVersion = base.version;
        base.version = version;
        request.onupgradeneeded?.({ oldVersion });
      }
      later(() => request.onsuccess?.({}));
    };
    later(attempt);
    return request;
  };

  disk.clear = () => {
    for (const one of disk.connections) one.end();
    bases.clear();
  };
  disk.rows = (name, store) => [...(bases.get(name)?.stores.get(store)?.rows.values() ?? [])].map(({ row }) => row);
  disk.spoil = (name, store, change) => {
    for (const entry of bases.get(name).stores.get(store).rows.values()) change(entry.row);
  };
  return disk;
}

function failed(request, name) {
  request.error = fault(name);
  later(() => request.onerror?.({}));
}

function connect(disk, base) {
  const connection = {
    base, closed: false,
    close: () => {
      connection.closed = true;
      disk.connections.delete(connection);
    },
    end: () => {
      connection.close();
      connection.onclose?.({});
    },
    createObjectStore: (name, { keyPath }) => {
      const store = { keyPath, rows: new Map(), indexes: new Map() };
      base.stores.set(name, store);
      return { createIndex: (index, path) => store.indexes.set(index, path) };
    },
    transaction: (names, mode, { durability } = {}) => {
      if (connection.closed) throw fault("InvalidStateError");
      disk.transactions += 1;
      if (mode === "readwrite") disk.durability.push(durability);
      return transaction(disk, base, names);
    },
  };
  disk.connections.add(connection);
  return connection;
}

function transaction(disk, base, names) {
  const state = { pending: [], over: false, begun: false };
  const copies = new Map();
  const tx = {
    error: null,
    objectStore: (name) => store(name),
    abort: (error = null) => {
      if (state.over) throw fault("InvalidStateError");
      state.over = true;
      tx.error = error;
      later(() => tx.onabort?.({}));
      next();
    },
  };

  function begin() {
    state.begun = true;
    for (const name of names) copies.set(name, new Map(base.stores.get(name).rows));
    turn();
  }

  function turn() {
    if (state.over) return;
    const asked = state.pending.shift();
    if (asked) {
      asked();
      return void later(turn);
    }
    state.over = true;
    if (disk.cut > 0) {
      disk.cut -= 1;
      tx.error = fault("UnknownError");
      later(() => tx.onabort?.({}));
    } else {
      for (const name of names) base.stores.get(name).rows = copies.get(name);
      later(() => tx.oncomplete?.({}));
    }
    next();
  }

  function next() {
    base.busy = false;
    const follower = base.line.shift();
    if (follower) {
      base.busy = true;
      later(follower);
    }
  }

  function store(name) {
    const { keyPath, indexes } = base.stores.get(name);
    const rows = () => copies.get(name);
    const sorted = () => [...rows().values()].sort((one, other) => compared(one.key, other.key));
    const ask = (work) => {
      if (state.over) throw fault("TransactionInactiveError");
      disk.requests += 1;
      const request = {};
      state.pending.push(() => {
        try {
          request.result = work();
          request.onsuccess?.({});
        } catch (error) {
          request.error = error;
          request.onerror?.({});
          if (!state.over) tx.abort(error);
        }
      });
      return request;
    };
    const put = (row, add) =>
      ask(() => {
        if (disk.full) throw fault("QuotaExceededError");
        const key = keyOf(row, keyPath);
        if (add && rows().has(text(key))) throw fault("ConstraintError");
        rows().set(text(key), { key, row: structuredClone(row) });
      });
    const all = (range, by = keyPath) => sorted().filter(({ row }) => !range || range.has(keyOf(row, by))).map(({ row }) => structuredClone(row));
    return {
      get: (key) => ask(() => structuredClone(rows().get(text(key))?.row)),
      put: (row) => put(row, false),
      add: (row) => put(row, true),
      delete: (key) => ask(() => void rows().delete(text(key))),
      count: (range) => ask(() => sorted().filter(({ key }) => !range || range.has(key)).length),
      getAll: (range, most = Infinity) => ask(() => all(range).slice(0, most)),
      index: (index) => ({ getAll: (range) => ask(() => all(range, indexes.get(index))) }),
    };
  }

  if (base.busy) base.line.push(begin);
  else {
    base.busy = true;
    later(begin);
  }
  return tx;
}
