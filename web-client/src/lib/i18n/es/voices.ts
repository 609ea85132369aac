import { formatFor } from '$lib/format/format';

const { integer: n } = formatFor('es');

export default {
  codedHere: 'Codificado aquí',
  recordedHere: 'Consta aquí',
  said: (voice: string, date: string | null) => (date === null ? voice : `${voice}, ${date}`),
  noDate: 'fecha: sin registro aquí',
  undated: 'Donde una voz aparece sin fecha, aquí no hay registro de cuándo lo dijo.',
  coded: (code: string) => `«${code}»`,
  yes: 'sí',
  unknown: 'sin registro aquí',
  planStates: 'El plan declara',
  documentedHere: 'documentados aquí:',
  whole: 'De los planes en conjunto lo dicen:',
  unnamed: (known: number) =>
    known === 0
      ? 'Cuáles son, compromiso por compromiso, no consta aquí.'
      : `Compromiso por compromiso, aquí constan ${n(known)}. No tienen que ser los mismos: cuáles cuenta la voz no consta aquí.`,
};
