import type { IslandTexts } from '../en/islands';

export const islands: IslandTexts = {
  refresh: {
    updated: 'Actualizado ahora mismo',
    stale: 'Sin actualizar desde: {time}',
    again: 'Si el enlace vuelve a abrirse, esta página se abre sola.',
  },
  filters: {
    open: 'Filtrar y ordenar',
    panel: 'Filtrar y ordenar: {list}',
    clear: 'Quitar',
    all: 'Todos',
    yes: 'Sí',
    no: 'No',
    without: 'Sin indicar',
    from: '{label} desde',
    to: '{label} hasta',
    sort: 'Ordenar por',
    original: 'Orden de la página',
    order: 'Sentido',
    ascending: 'Ascendente',
    descending: 'Descendente',
    shown: 'Se muestran {shown} de {total}',
    none: 'No hay coincidencias.',
  },
};
