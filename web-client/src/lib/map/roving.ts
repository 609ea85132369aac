/** A map is one stop of the keyboard; arrows go from state to state as they lie, Home and End to the first and the last. */
export type Places = Readonly<Record<string, readonly [x: number, y: number]>>;

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The state that a key leads to; undefined where the key is none of these or nothing lies that way. */
export function stateAt(key: string, from: string, ids: readonly string[], places: Places): string | undefined {
  if (key === 'Home') return ids[0];
  if (key === 'End') return ids.at(-1);
  const direction = DIRECTIONS[key];
  const start = places[from];
  if (!direction || !start) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const id of ids) {
    const place = places[id];
    if (!place || id === from) continue;
    const [dx, dy] = [place[0] - start[0], place[1] - start[1]];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1] + dy * direction[0]);
    // What lies ahead, and rather straight ahead than near.
    if (along <= 0 || across > along * 3) continue;
    const cost = along + across * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
