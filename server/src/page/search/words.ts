/** The words of the search, in the languages that the page speaks. */
const en = {
  title: 'Search',
  label: 'Search this page',
  labelAll: 'Search these pages',
  submit: 'Search',
  back: (title: string) => `Back to ${title}`,
  bad: 'Write what you are looking for, in at most 200 characters.',
  none: (q: string) => `Nothing was found for “${q}”.`,
  advice: 'All words have to stand in one place. Try fewer or shorter ones.',
  found: (count: number, q: string) =>
    count === 1 ? `One place was found for “${q}”.` : `${count} places were found for “${q}”.`,
  cut: (count: number, q: string) =>
    `More than ${count} places were found for “${q}”. These are the first; more words find fewer.`,
};

export type SearchWords = typeof en;

const de: SearchWords = {
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

const fr: SearchWords = {
  title: 'Recherche',
  label: 'Rechercher dans cette page',
  labelAll: 'Rechercher dans ces pages',
  submit: 'Rechercher',
  back: (title) => `Retour à ${title}`,
  bad: 'Écrivez ce que vous cherchez, en 200 caractères au plus.',
  none: (q) => `Aucun résultat pour « ${q} ».`,
  advice:
    'Tous les mots doivent se trouver au même endroit. Essayez avec moins de mots ou des mots plus courts.',
  found: (count, q) =>
    count === 1 ? `Un résultat pour « ${q} ».` : `${count} résultats pour « ${q} ».`,
  cut: (count, q) =>
    `Plus de ${count} résultats pour « ${q} ». Voici les premiers ; ajoutez des mots pour préciser.`,
};

const es: SearchWords = {
  title: 'Búsqueda',
  label: 'Buscar en esta página',
  labelAll: 'Buscar en estas páginas',
  submit: 'Buscar',
  back: (title) => `Volver a ${title}`,
  bad: 'Escriba lo que busca, con 200 caracteres como máximo.',
  none: (q) => `No se ha encontrado nada para «${q}».`,
  advice:
    'Todas las palabras deben estar en el mismo lugar. Pruebe con menos palabras o con palabras más cortas.',
  found: (count, q) =>
    count === 1
      ? `Se ha encontrado un resultado para «${q}».`
      : `Se han encontrado ${count} resultados para «${q}».`,
  cut: (count, q) =>
    `Se han encontrado más de ${count} resultados para «${q}». Estos son los primeros; con más palabras serán menos.`,
};

const languages: Record<string, SearchWords> = { en, de, fr, es };

/** In English where nobody has translated them yet. */
export function searchWordsFor(lang: string): SearchWords {
  return languages[lang.split('-')[0] ?? ''] ?? en;
}
