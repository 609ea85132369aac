export default {
  question: {
    participates: '¿Qué estados participan en la iniciativa local?',
    secretariat: '¿Qué estados tienen un secretariado técnico local?',
    stage: '¿Hasta dónde ha llegado cada estado?',
    plans_stated: '¿Cuántos planes locales se declaran en cada estado?',
    plans_documented: '¿Cuántos planes locales están documentados en cada estado?',
    commitments_documented: '¿Cuántos compromisos locales están documentados en cada estado?',
  },
  metricQuestion: (indicator: string, edition: number | undefined) =>
    `¿Qué valor obtuvo cada estado en «${indicator}»${edition === undefined ? '' : `, ${edition}`}?`,
  method: {
    participates: 'Estados que la presentación del INAI enumera como participantes en «Gobierno Abierto: Cocreación desde lo Local».',
    secretariat:
      'Estados cuyo secretariado técnico local figura en una fuente pública. La presentación declara más de los que se pudieron documentar: «no documentado» no significa que no exista.',
    plans_stated: 'Planes por estado según la presentación del INAI.',
    plans_documented: 'Planes con registro en este sitio, vistos en una página pública o inferidos con una nota.',
    commitments_documented: 'Compromisos con registro en este sitio. Cero significa que no se encontró ninguno, no que no existan.',
  },
  metricMethod:
    'Valores de 0 a 1 de la Métrica de Gobierno Abierto. Las ediciones no siempre son comparables entre sí: cada una dice con cuál lo es.',
  classesEqual: 'Clases: intervalos del mismo ancho entre el valor menor y el mayor.',
  classesCount: 'Clases: cada valor o intervalos iguales de números enteros; el cero va aparte.',
};
