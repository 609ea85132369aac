// Writes records as several clients do and reads a cached answer beside it; called by scripts/writes.sh. Who reads is a thread of its own, so
// that no reading waits for a writing client; the same writes to a second service show what the machine takes from the reader anyway.
import http from "node:http";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

// Milestones of commitments, as they are written: a few of each.
const commitments = Array.from({ length: 6 }, (_, i) => `MX-DUR-PAL1-C${i + 1}`);
const paced = 200;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function send(method, address, key, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      address,
      {
        agent,
        method,
        headers:
          text === undefined
            ? {}
            : { Authorization: `Bearer ${key}`, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) },
      },
      (response) => response.resume().on("end", () => resolve(response.statusCode)),
    );
    request.on("error", reject).end(text);
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
  read: ({ address }) => () => send("GET", address),
  write: ({ base, key }) => async (client, i) => {
    const commitment_id = commitments[(client + i) % commitments.length];
    const status = await send("POST", `${base}/api/v1/milestones`, key, { commitment_id, title_es: `Hito ${client} ${i}` });
    if (status !== 201) throw new Error(`A write was answered with ${status}.`);
  },
};

if (!isMainThread) {
  parentPort.postMessage(await during(workerData.milliseconds, workerData.clients, work[workerData.kind](workerData), workerData.every));
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
const reading = (path) => doing("read", { address: `${base}${path}` }, seconds * 1000, 2, 10);

// As long as the services need to be compiled to their best.
await writing(here, 0, 8000);
await writing(elsewhere, 0, 8000);
told(`writes, ${writers} clients, as many as they can`, await writing(here, 0), seconds);
for (const path of ["/api/v1/states", "/api/v1/metrics", "/api/v1/sources?limit=50"]) {
  await reading(path);
  told(`GET ${path}, nothing written`, await reading(path), seconds);
  const pace = (1000 * writers) / paced;
  for (const [name, where] of [["written to another service", elsewhere], ["written here", here]]) {
    const [, beside] = await Promise.all([writing(where, pace), reading(path)]);
    told(`GET ${path}, ${paced} a second ${name}`, beside, seconds);
  }
}
process.exit(0);
