import { formatFor } from '$lib/format/format';

const { integer: n, one } = formatFor('es');

/** What a page says when it cannot be shown, or cannot be asked for as its address does. */
export default {
  title: 'No se pudieron cargar los datos',
  noAnswer: 'La API no respondió. Puede ser la conexión o que el servicio esté detenido; aquí no se muestra ningún dato guardado.',
  answered: (status: number) => `La API respondió con un error ${status}.`,
  retry: 'Reintentar',
  retrying: 'Reintentando…',
  stillNot: 'Todavía no responde.',
  partMissing:
    'Una parte de esta página no se pudo cargar: o no respondió el servidor, o el sitio se actualizó desde que se abrió. Al volver a cargarla se pide completa.',
  pageOffline:
    'Este dispositivo no está conectado a internet y esta página no se había abierto aún. Se cargará en cuanto vuelva la conexión.',
  goneTitle: 'No se pudo cargar esta página',
  gone: 'O no respondió el servidor, o el sitio se actualizó desde que se abrió. Reintentar la pide completa de nuevo.',
  refused: (value: string, name: string) => `«${value}» no es un valor de «${name}».`,
  /** Lo mismo de un filtro que no tiene nombre en la página. */
  refusedPlain: (value: string) => `«${value}» no es un valor que esta página conozca.`,
  repeated: (names: string) => `${names}: se dio más de una vez y admite un solo valor; cuenta el primero.`,
  emptied: (names: string) => `${names}: está vacío en la dirección y no cambia nada.`,
  otherLanguage: (value: string) => `Esta página no está en «${value}»; se muestra en español.`,
  serviceFailed: (status: number) => `El servicio respondió, pero tuvo un problema (error ${status}). No es su conexión.`,
  parameter: (name: string) => `Hay algo en «${name}» que esta página no puede pedir.`,
  /** Por qué no se puede buscar así. */
  query: {
    long: (most: number) => `Una búsqueda tiene como máximo ${n(most)} ${one(most, 'carácter', 'caracteres')}.`,
    control: 'La búsqueda tiene un carácter que ningún texto puede tener.',
    space: 'El menos va pegado a la palabra que excluye, sin espacio: salud -agua.',
    or: 'Aquí no hay OR: se encuentra lo que tiene todas las palabras. Busque una palabra a la vez, o escriba "or" entre comillas.',
    not: 'Aquí no hay NOT. Para excluir una palabra, póngale un menos delante: salud -agua.',
    quote: 'A la frase detrás del menos le faltan las comillas finales: salud -"agua potable".',
    excludes: 'La búsqueda solo excluye. Escriba también alguna palabra que buscar: salud -agua.',
    empty: 'La búsqueda no tiene ninguna palabra. Escriba al menos una letra o una cifra.',
  },
  meant: '¿Quiso decir',
  dropFilter: (name: string) => `Quitar ${name}`,
  noRecord: 'Aquí no hay ningún registro con esa clave.',
  tooMany: 'Se hicieron más peticiones de las que la API responde en este lapso. En un momento vuelve a responder.',
  busy: 'La API no puede responder en este momento.',
  explained: 'Qué significa este error',
  notFoundTitle: 'Esta página no existe',
  notFound: 'La dirección no corresponde a ninguna página ni registro. Puede estar mal escrita o incompleta.',
  brokenTitle: 'Algo falló en esta página',
  broken: 'El error es nuestro. Volver a cargar la página puede bastar.',
  goHome: 'Ir al inicio',
  goStates: 'Ver los 32 estados',
};
