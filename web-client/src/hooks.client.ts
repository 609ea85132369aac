import { languageOf, loadMessages } from '$lib/i18n/load';

// Asked for together with the page's own code, not after it. Whoever needs the words waits for them and sees the failure.
loadMessages(languageOf(new URLSearchParams(location.search))).catch(() => undefined);
