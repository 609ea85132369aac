import { ApiError } from './client';

/**
 * Data that a page is waiting for. `value` stays while newer data is on its way (`loading`), so that a
 * change of filter does not make the page jump.
 */
export interface Resource<T> {
  readonly value: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  retry(): void;
}

/** What has failed on this page, to be asked for again. */
const failed = new Set<() => void>();

/** One retry asks for everything on the page that failed, not for what stands beside the button alone. */
export function retryFailed(): void {
  for (const retry of [...failed]) retry();
}

/** Whether anything on the page could not be had, though it may be the next time. */
export const isFailing = () => failed.size > 0;

/**
 * Runs `load` now and again whenever something reactive that it reads *before its first await* changes.
 * An answer that arrives after a newer question was asked is dropped. Call it while a component is set up.
 */
export function resource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  let value = $state.raw<T>();
  let error = $state.raw<ApiError>();
  let loading = $state(true);
  let attempt = $state(0);
  const retry = () => {
    attempt += 1;
  };
  $effect(() => () => failed.delete(retry));

  $effect(() => {
    void attempt;
    const controller = new AbortController();
    loading = true;
    load(controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        value = answer;
        error = undefined;
        loading = false;
        failed.delete(retry);
      },
      (cause: unknown) => {
        if (controller.signal.aborted) return;
        error = cause instanceof ApiError ? cause : new ApiError(null, null, { cause });
        loading = false;
        // What is refused is refused again.
        if (error.isRefused) failed.delete(retry);
        else failed.add(retry);
      },
    );
    return () => controller.abort();
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    retry,
  };
}

/** Several as one: failed when one has failed, on its way while one is; a retry asks for those that failed. */
export function together(all: () => readonly Resource<unknown>[]): Omit<Resource<unknown>, 'value'> {
  return {
    get error() {
      return all().find(({ error }) => error !== undefined)?.error;
    },
    get loading() {
      return all().some(({ loading }) => loading);
    },
    retry() {
      for (const each of all()) if (each.error) each.retry();
    },
  };
}
