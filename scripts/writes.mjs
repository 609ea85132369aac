// Writes records as several clients do and reads a cached answer beside it; called by scripts/writes.sh.
import http from "node:http";

const [base, key, commitment, seconds, writers] = [...process.argv.slice(2, 5), Number(process.argv[5]), Number(process.argv[6])];
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

/** Does something again and again until the time is over; the milliseconds of each. */
async function during(milliseconds, clients, act) {
  const taken = [];
  const end = performance.now() + milliseconds;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; performance.now() < end; i++) {
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
    `${name.padEnd(40)} ${(taken.length / over).toFixed(0).padStart(7)} a second, median ${at(taken, 0.5)} ms, p99 ${at(taken, 0.99)} ms`,
  );

async function write(client, i) {
  const status = await send("POST", "/api/v1/milestones", { commitment_id: commitment, title_es: `Hito ${client} ${i}` });
  if (status !== 201) throw new Error(`A write was answered with ${status}.`);
}

// A read now and then, so that what is measured is how long it waits, not how many go.
async function read() {
  await send("GET", "/api/v1/states");
  await new Promise((resolve) => setTimeout(resolve, 5));
}

await during(2000, writers, write);
told(
  "cached reads, nothing written",
  (await during(seconds * 1000, 2, read)).map((one) => one - 5),
  seconds,
);
const [written, readBeside] = await Promise.all([during(seconds * 1000, writers, write), during(seconds * 1000, 2, read)]);
told(`writes, ${writers} clients`, written, seconds);
told(
  "cached reads beside them",
  readBeside.map((one) => one - 5),
  seconds,
);
agent.destroy();
