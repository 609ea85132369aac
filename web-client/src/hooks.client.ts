import type { HandleClientError } from '@sveltejs/kit';
import { failureOf } from '$lib/api/failure';
import { languageOf } from '$lib/i18n/language';
import { COMMON, loadWords } from '$lib/i18n/load';

// Asked for together with the page's own code, not after it. Whoever needs the words waits for them and sees the failure.
loadWords(languageOf(new URLSearchParams(location.search)), COMMON).catch(() => undefined);

export const handleError: HandleClientError = ({ error, message, status }) => {
  const failure = failureOf(error, navigator.onLine);
  // What is no fault of ours is told to the reader; the console keeps the others.
  if (failure === 'broken' && status !== 404) console.error(error);
  return { message, failure };
};
