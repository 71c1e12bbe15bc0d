import { afterEach, describe, expect, it } from 'vitest';

import { checkConfig } from '../../server/src/settings/config';
import { PAGE } from '../support/entries';
import { useApp } from '../support/use-app';
import { WRONG_SETTINGS } from '../support/wrong-settings';

const KEY = 'plugin::share-links';

describe('a configuration file', () => {
  const app = useApp();
  const config = () => app.strapi.config;
  let before: object | undefined;

  const refused = (options: object): string => {
    before = config().get(KEY);
    config().set(KEY, { prefix: '/share', ...options });
    try {
      checkConfig(app.strapi, true);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  afterEach(() => {
    if (before) config().set(KEY, before);
  });

  it.each(WRONG_SETTINGS)('that sets $what is refused with the option', ({ settings, path }) => {
    const lines = refused(settings).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^share-links config: /);
    expect(lines[0]).toContain(`share-links config: ${path.join('.')}`);
  });

  it.each([
    [{ prefixe: '/x' }, 'prefixe: Unknown field: prefixe; did you mean prefix?'],
    [{ locked: ['ownersOnly'] }, 'locked.0: Invalid option'],
    [{ limiterStore: 'redis' }, 'limiterStore: Invalid option'],
    [
      { contentTypes: { page: {} } },
      `contentTypes.page: Unknown content type: page; did you mean ${PAGE}?`,
    ],
    [
      { contentTypes: { 'plugin::upload.file': {} } },
      'contentTypes.plugin::upload.file: The type plugin::upload.file belongs to Strapi or a plugin',
    ],
    [
      { contentTypes: { 'api::invoices.invoice': { enabled: false } } },
      'contentTypes.api::invoices.invoice: Unknown content type: api::invoices.invoice; known are api::',
    ],
  ])('%j is refused with what was meant', (options, line) => {
    expect(refused(options)).toContain(`share-links config: ${line}`);
  });

  it('of the demo is accepted', () => {
    before = config().get(KEY);
    expect(() => checkConfig(app.strapi, true)).not.toThrow();
  });
});
