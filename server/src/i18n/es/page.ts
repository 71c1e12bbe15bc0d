import type { Texts } from '../en/page';

export const page: Texts = {
  lang: 'es',
  skip: 'Ir al contenido',
  draft: 'Borrador',
  draftNote: 'Esto es un borrador. Todavía puede cambiar.',
  frozen: 'Versión fija',
  frozenNote: (date) => `Así estaba el ${date}.`,
  published: (date) => `Publicado el ${date}`,
  updated: (date) => `Actualizado el ${date}`,
  untitled: 'Sin título',
  facts: 'Datos principales',
  empty: 'Todavía no hay nada que mostrar',
  emptyNote: 'Por ahora no hay nada en esta página.',
  broken: 'Esta parte no se puede mostrar.',
  tooDeep: 'El resto está anidado a demasiada profundidad para mostrarse aquí.',
  cut: 'Este texto es demasiado largo para mostrarse entero.',
  cutList: (shown) =>
    shown === 1
      ? 'Hay más; solo se muestra el primero.'
      : `Hay más; solo se muestran los ${shown} primeros.`,
  progress: (done, total) => `${done} de ${total} ${done === 1 ? 'terminado' : 'terminados'}`,
  share: (done, total) => `${done} de ${total}`,
  more: 'Mostrar más',
  yes: 'Sí',
  no: 'No',
  table: 'Tabla',
  viewImage: (name) => `Ver la imagen: ${name}`,
  video: 'Vídeo',
  audio: 'Audio',
  download: 'Descargar',
  moreFiles: 'Más archivos de esta página',
  downloadAll: 'Descargar todos los archivos',
  downloadsOff: 'Las descargas están desactivadas para este enlace.',
  files: (count) => (count === 1 ? '1 archivo' : `${count} archivos`),
  missing: {
    name: 'Archivos que faltan.txt',
    intro: 'Estos archivos no se han podido incluir en el archivo comprimido:',
  },
  pages: 'Páginas',
  breadcrumb: 'Ruta de navegación',
  pager: 'Página anterior y página siguiente',
  previous: 'Anterior',
  next: 'Siguiente',
  contents: 'En esta página',
  languages: 'Idiomas',
  footer:
    'Compartido con usted mediante un enlace. Quien tenga este enlace puede abrir esta página.',
  footerLocked:
    'Compartido con usted mediante un enlace. Quien tenga este enlace y su contraseña puede abrir esta página.',
  footerLimited:
    'Compartido con usted mediante un enlace. Solo un número limitado de personas puede abrir esta página.',
  refusal: {
    title: 'Enlace público no válido o caducado',
    reason:
      'No se puede mostrar nada en esta dirección. Puede que el enlace esté incompleto o que ya no se use.',
    advice: 'Pida uno nuevo a la persona que se lo envió.',
  },
  explained: {
    title: 'Acceso denegado',
    message: 'Este enlace compartido ya no está activo.',
    details: {
      expired: 'Tenía una fecha de fin, que ya ha pasado.',
      exhausted: 'Ya lo han abierto tantas personas como estaba previsto.',
      revoked: 'La persona que lo compartió lo ha eliminado.',
      'not-shown': 'Lo que mostraba ya no existe o ya no se comparte.',
    },
  },
  closed: {
    scheduled: {
      title: 'Este enlace aún no está abierto',
      message: 'La persona que lo compartió con usted ha elegido un inicio posterior.',
      advice: 'Vuelva entonces. La dirección seguirá siendo la misma.',
    },
    paused: {
      title: 'Este enlace está en pausa',
      message:
        'La persona a la que pertenece lo ha puesto en pausa. Hasta que lo reanude, aquí no se puede ver nada.',
      advice: 'Vuelva a intentarlo más tarde. La dirección seguirá siendo la misma.',
    },
    'site-paused': {
      title: 'Los enlaces compartidos están en pausa',
      message: 'De momento, todos los enlaces compartidos de este sitio están en pausa.',
      advice: 'Vuelva a intentarlo más tarde. La dirección seguirá siendo la misma.',
    },
    suspended: {
      title: 'Este enlace está cerrado por el momento',
      message: 'Es posible que vuelva a abrirse en la misma dirección.',
      advice: 'Pregunte a la persona que se lo envió.',
    },
  },
  opens: 'Se abrirá el',
  password: {
    title: 'Esta página necesita una contraseña',
    reason:
      'La persona que la compartió con usted la ha protegido. Puede decirle cuál es la contraseña.',
    label: 'Contraseña',
    submit: 'Abrir la página',
    wrong: 'Esa contraseña no es correcta. Compruébela y vuelva a intentarlo.',
    inFrame: {
      note: 'Algunos navegadores no dejan que una página dentro de otro sitio recuerde la contraseña.',
      open: 'Abrirla en su propia pestaña',
    },
  },
  asking: {
    title: 'Se ha compartido una página con usted',
    reason:
      'Este enlace se abre para un número limitado de visitantes. En cuanto abra la página, cuenta como uno de ellos.',
    submit: 'Abrir la página',
  },
  stub: {
    title: 'Se ha compartido una página con usted',
    note: 'Abra el enlace en un navegador para verla.',
  },
  limited: {
    title: 'Demasiados intentos',
    reason:
      'Para proteger las páginas compartidas, solo se admite cierto número de intentos por red y por enlace.',
    advice: (seconds: number) =>
      seconds > 60
        ? `Vuelva a intentarlo dentro de ${Math.ceil(seconds / 60)} minutos.`
        : `Vuelva a intentarlo dentro de ${seconds === 1 ? 'un segundo' : `${seconds} segundos`}.`,
  },
  failure: {
    title: 'Algo ha ido mal',
    reason: 'Esta página no se puede mostrar en este momento. No es culpa suya ni del enlace.',
    advice: 'Vuelva a intentarlo dentro de unos minutos.',
  },
  stopped: {
    title: 'La página no se ha abierto',
    reason: 'El sitio no acepta esta petición. Eso no dice nada del enlace.',
    advice: 'Vuelva a abrir el enlace más tarde o pregunte a quien se lo envió.',
  },
  fileTypes: {
    pdf: 'Documento PDF',
    word: 'Documento de Word',
    excel: 'Hoja de cálculo de Excel',
    powerpoint: 'Presentación de PowerPoint',
    opentext: 'Documento de texto',
    spreadsheet: 'Hoja de cálculo',
    presentation: 'Presentación',
    csv: 'Tabla CSV',
    text: 'Texto sin formato',
    markdown: 'Texto Markdown',
    json: 'Datos JSON',
    xml: 'Datos XML',
    html: 'Página web',
    calendar: 'Evento de calendario',
    zip: 'Archivo ZIP',
    archive: 'Archivo comprimido',
    image: (kind) => `Imagen ${kind}`,
    video: (kind) => `Vídeo ${kind}`,
    audio: (kind) => `Audio ${kind}`,
    other: (kind) => `Archivo ${kind}`,
    unknown: 'Archivo',
  },
};
