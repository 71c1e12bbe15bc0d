import { useIntl } from 'react-intl';

import { PLUGIN_ID } from '../../../contracts/permissions';
import type english from '../translations/en.json';

type WithoutPrefix<Id> = Id extends `${typeof PLUGIN_ID}.${infer Key}` ? Key : never;

/** Every text of the plugin, as `translations/en.json` names it. */
export type MessageKey = WithoutPrefix<keyof typeof english>;

export function messageId(key: MessageKey): string {
  return `${PLUGIN_ID}.${key}`;
}

/** Returns a text in the person's language. Strapi uses English for a text that is missing. */
export function useTranslate() {
  const { formatMessage } = useIntl();
  return (key: MessageKey, values?: Record<string, string | number>): string =>
    formatMessage({ id: messageId(key) }, values);
}

export async function loadTranslations(locale: string) {
  try {
    const texts: { default: Record<string, string> } = await import(
      `../translations/${locale}.json`
    );
    return { data: texts.default, locale };
  } catch {
    return { data: {}, locale };
  }
}
