import { useIntl } from 'react-intl';

/** Names a locale in the person's language: `French (fr)`, or the code alone if it has no name. */
export function useLocaleName() {
  const { formatDisplayName } = useIntl();

  return (code: string): string => {
    try {
      Intl.getCanonicalLocales(code);
    } catch {
      return code;
    }
    const name = formatDisplayName(code, { type: 'language' });
    return name && name !== code ? `${name} (${code})` : code;
  };
}
