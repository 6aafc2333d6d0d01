/* The versions of the device's database, oldest first; each is made from the one before, all in one transaction.
   Keys are ids and sequence numbers alone. A version that is out is never changed: a new one is added. */

const first = (database) => {
  database.createObjectStore("device", { keyPath: "name" }); // who this device is, its clock, who leads among tabs
  database.createObjectStore("people", { keyPath: "enrolment" }); // wrapped keys, wrong PINs
  database.createObjectStore("sequences", { keyPath: "enrolment" }); // the next number of each
  database.createObjectStore("keys", { keyPath: "id" }); // outbox keys, sealed
  database.createObjectStore("outbox", { keyPath: ["enrolment", "seq"] }); // what the server has not yet
  const handed = database.createObjectStore("handed", { keyPath: ["enrolment", "seq"] }); // what it has, for a week
  handed.createIndex("id", "id");
  handed.createIndex("handed_at", "handed_at");
  handed.createIndex("outcome", "outcome");
  database.createObjectStore("packs", { keyPath: "enrolment" });
  database.createObjectStore("kept", { keyPath: "name" }); // the pages' own state
};

export const UPGRADES = [first];
