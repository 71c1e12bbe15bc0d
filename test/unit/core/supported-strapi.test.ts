import { expect, it } from 'vitest';

import { peerDependencies } from '../../../package.json';
import { OLDEST_STRAPI, unsupported } from '../../../server/src/core/supported-strapi';

it('the oldest Strapi is the one that the package asks for', () => {
  expect(peerDependencies['@strapi/strapi']).toBe(`^${OLDEST_STRAPI}`);
});

it.each(['5.54.0', '5.54.1', '5.60.0', '6.0.0', '5.54.0-beta.1', '0.0.0-next.abc', undefined])(
  'Strapi %s is supported',
  (version) => expect(unsupported(version)).toBeNull()
);

it.each(['5.53.9', '5.40.0', '5.0.0', '4.99.0'])('Strapi %s is too old', (version) => {
  const reason = unsupported(version);
  expect(reason).toContain(`needs Strapi ${OLDEST_STRAPI} or newer, and this app has ${version}`);
});
