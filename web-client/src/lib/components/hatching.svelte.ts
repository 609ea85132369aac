import { getContext, onMount, setContext } from 'svelte';

/** More of them than this in one block are said once, in a sentence, and only hatched where they are. */
const FEW = 3;
const KEY = Symbol('hatching');

/** How often a block (a figure, a table) shows that something has no record here, and whether it has voices without a date. */
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

/** For a mark: the block that it stands in, if any. */
export function hatched(counts: boolean): Hatching | undefined {
  const block = getContext<Hatching | undefined>(KEY);
  onMount(() => (counts ? block?.add() : undefined));
  return block;
}

/** For a voice of which no source says when it spoke: its block says so once. */
export function undatedVoice(): void {
  const block = getContext<Hatching | undefined>(KEY);
  onMount(() => block?.addUndated());
}
