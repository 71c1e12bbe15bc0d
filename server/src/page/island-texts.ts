/**
 * Words that the islands say in the browser, sent along with the page. `{…}` stands for what only
 * they know. Other languages have the same shape.
 */
const en = {
  refresh: {
    updated: 'Updated just now',
  },
  filters: {
    open: 'Filter and sort',
    panel: 'Filter and sort: {list}',
    clear: 'Clear',
    all: 'All',
    yes: 'Yes',
    no: 'No',
    /** For what has no value. */
    without: 'Not set',
    /** A date follows, or a field for one. */
    from: '{label} from',
    to: '{label} until',
    sort: 'Sort by',
    original: 'Order of the page',
    order: 'Direction',
    ascending: 'Ascending',
    descending: 'Descending',
    shown: '{shown} of {total} shown',
    none: 'Nothing matches.',
  },
};

export type IslandTexts = typeof en;

const de: IslandTexts = {
  refresh: {
    updated: 'Gerade aktualisiert',
  },
  filters: {
    open: 'Filtern und sortieren',
    panel: 'Filtern und sortieren: {list}',
    clear: 'Zurücksetzen',
    all: 'Alle',
    yes: 'Ja',
    no: 'Nein',
    without: 'Nicht angegeben',
    from: '{label} ab',
    to: '{label} bis',
    sort: 'Sortieren nach',
    original: 'Reihenfolge der Seite',
    order: 'Richtung',
    ascending: 'Aufsteigend',
    descending: 'Absteigend',
    shown: '{shown} von {total} angezeigt',
    none: 'Kein Treffer.',
  },
};

const es: IslandTexts = {
  refresh: {
    updated: 'Actualizado ahora mismo',
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

const fr: IslandTexts = {
  refresh: {
    updated: 'Mis à jour à l’instant',
  },
  filters: {
    open: 'Filtrer et trier',
    panel: 'Filtrer et trier : {list}',
    clear: 'Effacer',
    all: 'Tous',
    yes: 'Oui',
    no: 'Non',
    without: 'Non renseigné',
    from: '{label} à partir du',
    to: '{label} jusqu’au',
    sort: 'Trier par',
    original: 'Ordre de la page',
    order: 'Sens',
    ascending: 'Croissant',
    descending: 'Décroissant',
    shown: '{shown} sur {total} affichés',
    none: 'Aucun résultat.',
  },
};

const languages: Record<string, IslandTexts> = { en, de, es, fr };

/** In the language of the page's other words. */
export function islandTextsFor(lang: string): IslandTexts {
  return languages[lang.split('-')[0] ?? ''] ?? en;
}
