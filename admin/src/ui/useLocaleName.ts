import { useIntl } from 'react-intl';

/** A locale in the words of the person: `French (fr)`, or its bare code where nobody names it. */
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
