// Writes records as several clients do and reads a cached answer beside it; called by scripts/writes.sh. Who reads is a thread of its own, so
// that no reading waits for a writing client; the same writes to a second service show what the machine takes from the reader anyway.
import net from "node:net";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

// Milestones of commitments, as they are written: a few of each.
const commitments = Array.from({ length: 6 }, (_, i) => `MX-DUR-PAL1-C${i + 1}`);
const paced = 200;
const lastChunk = Buffer.from("0\r\n\r\n");

/** A connection that is kept, with as little of a client as there can be: it measures the service, on the same cores. */
function connected(base, key) {
  const { hostname, port } = new URL(base);
  const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
  let answer = Buffer.alloc(0);
  let waiting;
  const ended = (error) => waiting?.reject(error ?? new Error("The connection was closed."));
  socket.on("error", ended).on("close", () => ended());
  socket.on("data", (part) => {
    answer = answer.length === 0 ? part : Buffer.concat([answer, part]);
    const body = answer.indexOf("\r\n\r\n") + 4;
    if (body < 4) return;
    const head = answer.toString("latin1", 0, body);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    if (length ? answer.length < body + Number(length[1]) : !answer.subarray(-5).equals(lastChunk)) return;
    answer = Buffer.alloc(0);
    waiting.resolve(Number(head.slice(9, 12)));
  });
  const credentials = key ? `Authorization: Bearer ${key}\r\n` : "";
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      const text = body === undefined ? "" : JSON.stringify(body);
      const kind = text ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` : "";
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${credentials}${kind}\r\n${text}`);
    });
}

/** Does something again and again until the time is over, each client no sooner than so often; the milliseconds of each. */
async function during(milliseconds, clients, act, every = 0) {
  const taken = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; performance.now() < start + milliseconds; i++) {
        const due = start + (i + client / clients) * every;
        if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        const begun = performance.now();
        await act(client, i);
        taken.push(performance.now() - begun);
      }
    }),
  );
  return taken.sort((a, b) => a - b);
}

const work = {
  read: ({ base, path }, clients) => {
    const to = Array.from({ length: clients }, () => connected(base));
    return async (client) => {
      const status = await to[client]("GET", path);
      if (status !== 200) throw new Error(`A reading was answered with ${status}.`);
    };
  },
  write: ({ base, key }, clients) => {
    const to = Array.from({ length: clients }, () => connected(base, key));
    return async (client, i) => {
      const commitment_id = commitments[(client + i) % commitments.length];
      const status = await to[client]("POST", "/api/v1/milestones", { commitment_id, title_es: `Hito ${client} ${i}` });
      if (status !== 201) throw new Error(`A write was answered with ${status}.`);
    };
  },
};

if (!isMainThread) {
  const { kind, milliseconds, clients, every } = workerData;
  parentPort.postMessage(await during(milliseconds, clients, work[kind](workerData, clients), every));
  process.exit(0);
}

const [base, key, other, otherKey, seconds, writers] = [...process.argv.slice(2, 6), Number(process.argv[6]), Number(process.argv[7])];

const doing = (kind, what, milliseconds, clients, every) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { kind, ...what, milliseconds, clients, every } });
    worker.once("message", resolve).once("error", reject);
  });
const at = (taken, part) => (taken.length === 0 ? NaN : taken[Math.min(taken.length - 1, Math.floor(taken.length * part))]).toFixed(1);
const told = (name, taken, over) =>
  console.log(
    `${name.padEnd(62)} ${(taken.length / over).toFixed(0).padStart(7)} a second, median ${at(taken, 0.5)} ms, p99 ${at(taken, 0.99)} ms`,
  );
const here = { base, key };
const elsewhere = { base: other, key: otherKey };
const writing = (where, every, milliseconds = seconds * 1000) => doing("write", where, milliseconds, writers, every);
const reading = (path) => doing("read", { base, path }, seconds * 1000, 2, 10);

// As long as the services need to be compiled to their best.
await writing(here, 0, 8000);
await writing(elsewhere, 0, 8000);
told(`writes, ${writers} clients, as many as they can`, await writing(here, 0), seconds);
for (const path of ["/api/v1/states", "/api/v1/metrics", "/api/v1/sources?limit=50"]) {
  await reading(path);
  told(`GET ${path}, nothing written`, await reading(path), seconds);
  const pace = (1000 * writers) / paced;
  for (const [name, where] of [
    ["written to another service", elsewhere],
    ["written here", here],
  ]) {
    const [, beside] = await Promise.all([writing(where, pace), reading(path)]);
    told(`GET ${path}, ${paced} a second ${name}`, beside, seconds);
  }
}
process.exit(0);
