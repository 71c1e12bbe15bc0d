import type { SearchWords } from '../en/search';

export const search: SearchWords = {
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
