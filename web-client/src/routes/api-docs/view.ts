import { defineView, oneOf, text } from '$lib/url/view';
import { EXAMPLES, LANGUAGES } from './examples';

/** What the console has asked, and in which language its code is. */
export const consoleView = defineView({ try: text(EXAMPLES[0].path), code: oneOf(LANGUAGES, 'curl') });
