import { getContext, onMount, setContext } from 'svelte';

/** More of them than this in tables of one block are said once, over them, and only hatched where they are; elsewhere each has its words. */
const FEW = 3;
const KEY = Symbol('hatching');
const TABLE = Symbol('table');

/** How often the tables of a block (a figure, a table) show that something has no record here, and whether it has voices without a date. */
export class Hatching {
  #count = $state(0);
  #undated = $state(0);
  readonly many = $derived(this.#count > FEW);
  readonly undated = $derived(this.#undated > 0);

  add(): () => void {
    this.#count += 1;
    return () => (this.#count -= 1);
  }

  addUndated(): () => void {
    this.#undated += 1;
    return () => (this.#undated -= 1);
  }
}

/** For a block; one within another is part of it. `own`: whether this one says the sentence. */
export function hatchingBlock(): { block: Hatching; own: boolean } {
  const outer = getContext<Hatching | undefined>(KEY);
  return outer ? { block: outer, own: false } : { block: setContext(KEY, new Hatching()), own: true };
}

/** For a table: what is hatched in its cells has a heading over it, and the sentence over the table. */
export function hatchingTable(): void {
  setContext(TABLE, true);
}

/** For a mark in a cell of a table: the block that it stands in, if any. */
export function hatched(counts: boolean): Hatching | undefined {
  const block = getContext<boolean | undefined>(TABLE) ? getContext<Hatching | undefined>(KEY) : undefined;
  onMount(() => (counts ? block?.add() : undefined));
  return block;
}

/** For a voice of which no source says when it spoke: its block says so once. */
export function undatedVoice(): void {
  const block = getContext<Hatching | undefined>(KEY);
  onMount(() => block?.addUndated());
}
