import type { Slug } from '$lib/api/problems';

export default {
  heading: 'Errores de la API',
  lede: 'Cada error de la API nombra su tipo con una dirección de esta página. Aquí está por qué ocurre y cómo resolverlo.',
  cause: 'Por qué ocurre',
  remedy: 'Cómo se resuelve',
  example: 'Una petición que lo muestra',
  all: 'Todos los tipos de error',
  unknown: 'La API no tiene un error con este nombre. Estos son los que tiene:',
  type: 'Tipo',
  /** What each problem is called, why it happens and what to do about it. */
  of: {
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
    'invalid-record': {
      title: 'El registro no se puede escribir tal como está',
      cause: 'El cuerpo de la escritura no es JSON, nombra un campo que no existe o le da un valor que no puede tomar.',
      remedy: 'Lea `errors`: `pointer` es el lugar en el cuerpo, `code` qué está mal, `allowed` y `nearest` qué sería correcto.',
    },
    'unknown-state': {
      title: 'Este servicio no tiene ese estado de los datos',
      cause:
        'Un cursor, una posición en el registro de cambios o un `epoch` es de un estado que no está aquí: la base de datos fue restaurada o reemplazada, u otro nodo del servicio aún no ha visto el último cambio.',
      remedy:
        'Pregunte de nuevo en un momento. Si la respuesta es la misma, empiece otra vez: una lista sin `cursor`, un espejo con todo de nuevo desde `/data/opengov.zip`.',
    },
    'unauthorized': {
      title: 'La credencial falta o no se acepta',
      cause:
        'La petición lleva una clave o un token desconocido, revocado, vencido o hecho para otro servicio, o intenta cambiar datos sin credencial. `code` dice cuál es el caso. Leer nunca la necesita.',
      remedy:
        'Para leer, quite la cabecera `Authorization`. Para cambiar datos, envíe `Authorization: Bearer` con una clave vigente o un token reciente.',
    },
    'forbidden': {
      title: 'La credencial no permite esto',
      cause: 'El papel o el ámbito de la clave o del token no alcanza a este registro; `code` dice cuál de los dos.',
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
      title: 'Esto no concuerda con lo que ya hay',
      cause: 'Un registro iba a tener lo que solo uno puede tener, a recuperarse sin estar retirado, o era uno más de los que puede haber.',
      remedy: '`detail` nombra lo que estorba: léalo y cambie eso, o use otro valor.',
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
  } satisfies Record<Slug, { title: string; cause: string; remedy: string }>,
};
