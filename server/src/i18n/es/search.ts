import type { SearchWords } from '../en/search';

export const search: SearchWords = {
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
