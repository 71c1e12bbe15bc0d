import type { PreviewTexts } from '../en/preview';

export const preview: PreviewTexts = {
  lang: 'es',
  name: 'Vista previa',
  label: 'Vista previa',
  note: 'solo usted ve esta barra; las visitas no se cuentan',
  visitors: 'Visitantes',
  open: 'ven esta página',
  password: 'escriben antes una contraseña',
  closed: {
    plan: 'aún no ven nada; el enlace no está creado',
    lockedPlan: 'aún no ven nada; el enlace no está creado y pedirá una contraseña',
    scheduled: 'aún no ven nada; el enlace empieza más tarde',
    paused: 'ahora no ven nada; el enlace está en pausa',
    expired: 'ya no ven nada; el enlace ha caducado',
    exhausted: 'los nuevos no ven nada; todas las plazas del enlace están ocupadas',
    suspended: 'ahora no ven nada; el enlace está suspendido',
    'type-disabled': 'ahora no ven nada; las entradas de este tipo no se pueden compartir',
    'policy-off': 'ahora no ven nada; la política para compartir es «Desactivado»',
    'site-paused': 'ahora no ven nada; todo lo compartido del sitio está en pausa',
    unpublished: 'ahora no ven nada; la entrada no está publicada',
    'entry-gone': 'ahora no ven nada; no hay nada que mostrar',
    other: 'ahora no ven nada',
  },
  ended: {
    title: 'Esta vista previa ha terminado',
    reason: 'Una vista previa se abre durante diez minutos, para la persona que la pidió.',
    advice: 'Ábrala otra vez desde el panel.',
  },
  empty: {
    title: 'Aún no hay nada que mostrar',
    reason:
      'El enlace muestra una versión de la entrada que no existe, como la publicada de una entrada sin publicar.',
    advice: 'Publique la entrada o elija otra versión para el enlace.',
  },
};
