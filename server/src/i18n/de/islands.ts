import type { IslandTexts } from '../en/islands';

export const islands: IslandTexts = {
  refresh: {
    updated: 'Gerade aktualisiert',
    stale: 'Nicht aktuell seit {time}',
    again: 'Wenn der Link wieder aufgeht, öffnet sich diese Seite von selbst.',
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
