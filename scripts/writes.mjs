// Writes records as several clients do and reads a cached answer beside it; called by scripts/writes.sh.
import http from "node:http";

const [base, key, seconds, writers] = [...process.argv.slice(2, 4), Number(process.argv[4]), Number(process.argv[5])];

// Milestones of commitments, as they are written: a few of each.
const commitments = Array.from({ length: 6 }, (_, i) => `MX-DUR-PAL1-C${i + 1}`);
const paced = 200;
const agent = new http.Agent({ keepAlive: true, maxSockets: writers + 2 });

function send(method, path, body) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${base}${path}`,
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
const at = (taken, part) => (taken.length === 0 ? NaN : taken[Math.min(taken.length - 1, Math.floor(taken.length * part))]).toFixed(1);
const told = (name, taken, over) =>
  console.log(
    `${name.padEnd(48)} ${(taken.length / over).toFixed(0).padStart(7)} a second, median ${at(taken, 0.5)} ms, p99 ${at(taken, 0.99)} ms`,
  );

async function write(client, i) {
  const commitment_id = commitments[(client + i) % commitments.length];
  const status = await send("POST", "/api/v1/milestones", { commitment_id, title_es: `Hito ${client} ${i}` });
  if (status !== 201) throw new Error(`A write was answered with ${status}.`);
}

const read = (address) => () => send("GET", address);
const reading = (address) => during(seconds * 1000, 2, read(address), 10);
const addresses = ["/api/v1/states", "/api/v1/metrics", "/api/v1/sources?limit=50"];

// As long as the service needs to be compiled to its best.
await during(8000, writers, write);
for (const address of addresses) {
  await during(500, 2, read(address), 10);
  told(`GET ${address}, nothing written`, await reading(address), seconds);
}
told(`writes, ${writers} clients, as many as they can`, await during(seconds * 1000, writers, write), seconds);
for (const address of addresses) {
  const [written, beside] = await Promise.all([
    during(seconds * 1000, writers, write, (1000 * writers) / paced),
    reading(address),
  ]);
  told(`writes, ${paced} a second wanted`, written, seconds);
  told(`GET ${address} beside them`, beside, seconds);
}
agent.destroy();
