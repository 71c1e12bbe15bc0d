import type { IslandTexts } from '../en/islands';

export const islands: IslandTexts = {
  refresh: {
    updated: 'Mis à jour à l’instant',
    stale: 'Pas à jour depuis : {time}',
    again: 'Si le lien s’ouvre à nouveau, cette page s’ouvre d’elle-même.',
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
