import { withWords } from '$lib/i18n/load';
import type { PageLoad } from './$types';

export const load: PageLoad = withWords(import.meta.glob('/src/lib/i18n/*/{commitments,search}.ts'));
