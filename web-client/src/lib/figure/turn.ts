/**
 * Figures are drawn one after another, each in a task of its own: the answers of the API often come together, and drawing
 * everything at once would keep a phone from reacting to its reader meanwhile.
 */
const waiting: (() => void)[] = [];
let running = false;

function next() {
  const draw = waiting.shift();
  running = draw !== undefined;
  if (!draw) return;
  setTimeout(next);
  draw();
}

/** Calls `draw` when it is its turn; what is returned takes it out of the queue. */
export function inTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!running) {
    running = true;
    setTimeout(next);
  }
  return () => {
    const at = waiting.indexOf(draw);
    if (at !== -1) waiting.splice(at, 1);
  };
}
