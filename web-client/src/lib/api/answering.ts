import { vi } from 'vitest';
import { forgetCatalogue } from '$lib/measures/ask';
import { forgetAnswers } from './once';

/**
 * For tests: stands where the network is, and answers each address with what is given for it. Requests still go through the real
 * client, so that an address which is not quite the expected one is "not found", as it would be of the API.
 */
export function answering(answers: Record<string, unknown>): string[] {
  const asked: string[] = [];
  forgetCatalogue();
  forgetAnswers();
  vi.stubGlobal('window', { opengov: { api: 'http://api.test', first: {} } });
  vi.stubGlobal('fetch', (url: string) => {
    const address = decodeURIComponent(url.replace('http://api.test/api/v1', ''));
    asked.push(address);
    const found = address in answers;
    const body = found ? answers[address] : { status: 404, title: 'Not found', detail: `Nothing at ${address}` };
    return Promise.resolve(Response.json(body, { status: found ? 200 : 404 }));
  });
  return asked;
}
