import { languageOf } from '$lib/i18n/language';
import { COMMON, loadWords } from '$lib/i18n/load';

// Asked for together with the page's own code, not after it. Whoever needs the words waits for them and sees the failure.
loadWords(languageOf(new URLSearchParams(location.search)), COMMON).catch(() => undefined);
