import type { Language } from '$lib/i18n/language';

/** What the pages of the API's problems say around them. */
export interface ProblemMessages {
  heading: string;
  lede: string;
  cause: string;
  remedy: string;
  example: string;
  all: string;
  unknown: string;
  type: string;
}

/** A request that is answered with the problem; those that need a key or a body have none to try in a browser. */
export const EXAMPLES: Readonly<Partial<Record<Slug, string>>> = {
  'unknown-parameter': '/api/v1/commitments?statuss=completed',
  'invalid-parameter': '/api/v1/commitments?limit=501',
  'invalid-cursor': '/api/v1/commitments?cursor=broken',
  'not-found': '/api/v1/states/99',
  'not-acceptable': '/api/v1/states/MX-DUR.csv',
};

export const SLUGS = [
  'unknown-parameter',
  'invalid-parameter',
  'invalid-cursor',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'gone',
  'precondition-failed',
  'too-large',
  'unsupported-media-type',
  'unprocessable',
  'precondition-required',
  'too-many-requests',
  'invalid-request',
  'internal-error',
  'unavailable',
] as const;
export type Slug = (typeof SLUGS)[number];

export const STATUS: Readonly<Record<Slug, number>> = {
  'unknown-parameter': 400,
  'invalid-parameter': 400,
  'invalid-cursor': 400,
  'unauthorized': 401,
  'forbidden': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'conflict': 409,
  'gone': 410,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unprocessable': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'invalid-request': 400,
  'internal-error': 500,
  'unavailable': 503,
};

type Texts = Readonly<Record<Slug, { title: string; cause: string; remedy: string }>>;

export const MESSAGES: Readonly<Record<Language, ProblemMessages>> = {
  es: {
    heading: 'Errores de la API',
    lede: 'Cada error de la API nombra su tipo con una dirección de esta página. Aquí está por qué ocurre y cómo resolverlo.',
    cause: 'Por qué ocurre',
    remedy: 'Cómo se resuelve',
    example: 'Una petición que lo muestra',
    all: 'Todos los tipos de error',
    unknown: 'La API no tiene un error con este nombre. Estos son los que tiene:',
    type: 'Tipo',
  },
  en: {
    heading: 'Errors of the API',
    lede: 'Every error of the API names its type with an address of this page. Here is why it happens and how to resolve it.',
    cause: 'Why it happens',
    remedy: 'How to resolve it',
    example: 'A request that shows it',
    all: 'All types of error',
    unknown: 'The API has no error of this name. These are the ones it has:',
    type: 'Type',
  },
};

export const PROBLEMS: Readonly<Record<Language, Texts>> = {
  es: {
    'unknown-parameter': {
      title: 'No existe ese parámetro',
      cause: 'La dirección lleva un parámetro que no toma. La API no lo pasa por alto: un filtro ignorado es un análisis equivocado.',
      remedy: 'Lea `errors`: nombra el parámetro y el más parecido que sí existe. Los nombres son los de las propiedades, en minúsculas.',
    },
    'invalid-parameter': {
      title: 'Un parámetro tiene un valor que no puede tomar',
      cause: 'El valor no es del tipo esperado, está fuera de rango o no es uno de los códigos del vocabulario.',
      remedy: 'Lea `errors`: dice qué valor se dio y cuáles son posibles. `/api/v1/terms` lista todos los códigos con su significado.',
    },
    'invalid-cursor': {
      title: 'El cursor no continúa esta lista',
      cause: 'El cursor está incompleto, o viene de otra lista, otros filtros u otro orden.',
      remedy: 'Empiece sin `cursor` y siga la dirección `next` tal como viene, hasta que sea null.',
    },
    'unauthorized': {
      title: 'La clave falta o no está en uso',
      cause: 'La petición lleva una clave que no existe o fue revocada, o intenta cambiar datos sin clave. Leer nunca la necesita.',
      remedy: 'Para leer, quite la cabecera `Authorization`. Para cambiar datos, envíe `Authorization: Bearer` con una clave vigente.',
    },
    'forbidden': {
      title: 'La clave no permite esto',
      cause: 'El papel o el ámbito de la clave no alcanza a este registro.',
      remedy: 'Pida a quien administra el servicio el papel o el estado que necesita.',
    },
    'not-found': {
      title: 'No hay nada en esta dirección',
      cause: 'El identificador o la ruta no existen, o no existían todavía el día que pide `as_of`.',
      remedy: 'Busque el registro en su lista o con `/api/v1/search`. Las direcciones están en `/openapi/v1.json`.',
    },
    'method-not-allowed': {
      title: 'Esta dirección no acepta ese método',
      cause: 'Se usó POST, PUT, PATCH o DELETE en una dirección que solo se lee.',
      remedy: 'La cabecera `Allow` dice qué métodos acepta.',
    },
    'not-acceptable': {
      title: 'Esta dirección no tiene ese formato',
      cause: 'El sufijo de la dirección o la cabecera `Accept` piden un formato que no hay.',
      remedy: '`detail` dice cuáles hay. Un registro solo es JSON; las listas son también CSV, NDJSON y XLSX.',
    },
    'conflict': {
      title: 'El registro ya existe',
      cause: 'Se quiso crear un registro con un identificador ocupado.',
      remedy: 'Lea el que existe y cámbielo, o use otro identificador.',
    },
    'gone': {
      title: 'El registro fue retirado',
      cause: 'El registro existió y se retiró. Nada público se borra.',
      remedy: 'Su historia sigue en `/api/v1/changes`; con `as_of` se lee como era antes.',
    },
    'precondition-failed': {
      title: 'El registro cambió desde que lo leyó',
      cause: 'Otra persona lo cambió después de su lectura; su cambio habría borrado el de ella.',
      remedy: 'Léalo de nuevo y aplique su cambio sobre la versión actual.',
    },
    'too-large': {
      title: 'La petición es demasiado grande',
      cause: 'La dirección, las cabeceras o el cuerpo pasan del límite.',
      remedy: 'Divida la petición. Para todos los datos a la vez está `/data/opengov.zip`.',
    },
    'unsupported-media-type': {
      title: 'El cuerpo tiene un tipo que esta dirección no toma',
      cause: 'La cabecera `Content-Type` falta o nombra otro tipo.',
      remedy: 'Envíe `application/json`, o `application/merge-patch+json` para cambiar.',
    },
    'unprocessable': {
      title: 'Una regla del proceso lo impide',
      cause: 'Los datos están bien escritos, pero rompen una regla; por ejemplo, terminar un compromiso sin evidencia pública.',
      remedy: '`detail` dice qué regla es y qué falta.',
    },
    'precondition-required': {
      title: 'El cambio debe nombrar la versión que cambia',
      cause: 'Falta `If-Match` en un cambio o un retiro.',
      remedy: 'Lea el registro y envíe su `ETag` en `If-Match`.',
    },
    'too-many-requests': {
      title: 'Demasiadas peticiones',
      cause: 'Se agotaron las peticiones de este cliente en la ventana actual.',
      remedy: 'Espere los segundos que dice `Retry-After`. `RateLimit` dice en cada respuesta cuántas quedan.',
    },
    'invalid-request': {
      title: 'La petición no se puede responder',
      cause: 'La petición está mal formada.',
      remedy: 'Compárela con los ejemplos de `/openapi/v1.json`.',
    },
    'internal-error': {
      title: 'El servicio falló',
      cause: 'Algo falló de nuestro lado. Quedó registrado con el `traceId` de la respuesta.',
      remedy: 'Repita la petición. Si vuelve a fallar, dé aviso con el `traceId`.',
    },
    'unavailable': {
      title: 'El servicio no está listo',
      cause: 'El servicio está arrancando, o la base de datos no responde.',
      remedy: 'Espere unos segundos y repita. `/health/ready` dice qué falta.',
    },
  },
  en: {
    'unknown-parameter': {
      title: 'There is no such parameter',
      cause: 'The address has a parameter that it does not take. The API does not pass over it: an ignored filter is a wrong analysis.',
      remedy: 'Read `errors`: it names the parameter and the nearest one that exists. Names are those of the properties, in lower case.',
    },
    'invalid-parameter': {
      title: 'A parameter has a value that it cannot take',
      cause: 'The value is of another type, out of range, or not one of the codes of the vocabulary.',
      remedy: 'Read `errors`: it says which value was given and which are possible. `/api/v1/terms` lists every code with its meaning.',
    },
    'invalid-cursor': {
      title: 'The cursor does not continue this list',
      cause: 'The cursor is incomplete, or comes from another list, other filters or another order.',
      remedy: 'Start without `cursor` and follow the address in `next` as it is, until it is null.',
    },
    'unauthorized': {
      title: 'The key is missing or not in use',
      cause: 'The request carries a key that does not exist or was revoked, or is to change data without one. Reading never needs one.',
      remedy: 'To read, leave the `Authorization` header out. To change data, send `Authorization: Bearer` with a key that is in use.',
    },
    'forbidden': {
      title: 'The key does not allow this',
      cause: 'The role or the scope of the key does not reach this record.',
      remedy: 'Ask whoever runs the service for the role or the state that you need.',
    },
    'not-found': {
      title: 'There is nothing at this address',
      cause: 'The id or the path does not exist, or did not exist yet on the day that `as_of` asks for.',
      remedy: 'Look for the record in its list or with `/api/v1/search`. The addresses are in `/openapi/v1.json`.',
    },
    'method-not-allowed': {
      title: 'This address does not take that method',
      cause: 'POST, PUT, PATCH or DELETE was used on an address that is only read.',
      remedy: 'The header `Allow` says which methods it takes.',
    },
    'not-acceptable': {
      title: 'This address has no such format',
      cause: 'The suffix of the address or the header `Accept` asks for a format that there is not.',
      remedy: '`detail` says which there are. A single record is JSON only; lists are CSV, NDJSON and XLSX too.',
    },
    'conflict': {
      title: 'The record exists already',
      cause: 'A record was to be created with an id that is taken.',
      remedy: 'Read the one that exists and change it, or use another id.',
    },
    'gone': {
      title: 'The record was withdrawn',
      cause: 'The record existed and was withdrawn. Nothing public is ever erased.',
      remedy: 'Its history stays in `/api/v1/changes`; with `as_of` it can be read as it was.',
    },
    'precondition-failed': {
      title: 'The record has changed since you read it',
      cause: 'Someone else changed it after you read it; your change would have undone theirs.',
      remedy: 'Read it again and make your change on the current version.',
    },
    'too-large': {
      title: 'The request is too large',
      cause: 'The address, the headers or the body are over the limit.',
      remedy: 'Divide the request. For all data at once there is `/data/opengov.zip`.',
    },
    'unsupported-media-type': {
      title: 'The body has a type that this address does not take',
      cause: 'The header `Content-Type` is missing or names another type.',
      remedy: 'Send `application/json`, or `application/merge-patch+json` to change.',
    },
    'unprocessable': {
      title: 'A rule of the process forbids this',
      cause: 'The data is well formed but breaks a rule; for example, completing a commitment without public evidence.',
      remedy: '`detail` says which rule it is and what is missing.',
    },
    'precondition-required': {
      title: 'The change must name the version that it changes',
      cause: '`If-Match` is missing on a change or a withdrawal.',
      remedy: 'Read the record and send its `ETag` in `If-Match`.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      cause: 'The requests of this client in the current window are used up.',
      remedy: 'Wait the seconds that `Retry-After` says. `RateLimit` says on every answer how many are left.',
    },
    'invalid-request': {
      title: 'The request cannot be answered',
      cause: 'The request is malformed.',
      remedy: 'Compare it with the examples in `/openapi/v1.json`.',
    },
    'internal-error': {
      title: 'The service failed',
      cause: 'Something failed on our side. It is recorded under the `traceId` of the answer.',
      remedy: 'Repeat the request. If it fails again, report the `traceId`.',
    },
    'unavailable': {
      title: 'The service is not ready',
      cause: 'The service is starting, or the database does not answer.',
      remedy: 'Wait some seconds and repeat. `/health/ready` says what is missing.',
    },
  },
};
