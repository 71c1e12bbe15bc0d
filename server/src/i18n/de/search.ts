import type { SearchWords } from '../en/search';

export const search: SearchWords = {
  title: 'Suche',
  label: 'Diese Seite durchsuchen',
  labelAll: 'Diese Seiten durchsuchen',
  submit: 'Suchen',
  back: (title) => `Zurück zu ${title}`,
  bad: 'Schreiben Sie, wonach Sie suchen, mit höchstens 200 Zeichen.',
  none: (q) => `Für „${q}“ wurde nichts gefunden.`,
  advice:
    'Alle Wörter müssen an derselben Stelle stehen. Versuchen Sie es mit weniger oder kürzeren.',
  found: (count, q) =>
    count === 1
      ? `Für „${q}“ wurde eine Stelle gefunden.`
      : `Für „${q}“ wurden ${count} Stellen gefunden.`,
  cut: (count, q) =>
    `Für „${q}“ wurden mehr als ${count} Stellen gefunden. Dies sind die ersten; mehr Wörter grenzen die Suche ein.`,
};
