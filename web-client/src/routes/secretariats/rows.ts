import type { Secretariat } from '$lib/api/types';
import type { Language } from '$lib/i18n/language';
import { stateName } from '$lib/records/measures';
import { civilShare, seatsOf, sinceOf } from '$lib/records/secretariats';
import type { SecretariatsData } from './data';

/** A secretariat as the figures of this page show it. */
export interface Row {
  secretariat: Secretariat;
  /** Of its state. */
  id: string;
  name: string;
  seats: ReturnType<typeof seatsOf>;
  share: ReturnType<typeof civilShare>;
  since: ReturnType<typeof sinceOf>;
}

export function rowsOf(data: SecretariatsData, language: Language): Row[] {
  const names = new Map(data.states.map((state) => [state.id, stateName(state, language)]));
  return data.secretariats.map((secretariat) => {
    const seats = seatsOf(secretariat);
    return {
      secretariat,
      id: secretariat.state_id,
      name: names.get(secretariat.state_id) ?? secretariat.state_id,
      seats,
      share: civilShare(seats),
      since: sinceOf(secretariat),
    };
  });
}
