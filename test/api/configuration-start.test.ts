import { describe, expect, it } from 'vitest';

import { PAGE } from '../support/entries';
import { pluginsFile, startSite } from '../support/site';

/** Returns the message with which a site refuses to start. */
async function refusalOf(declaration: object): Promise<string> {
  try {
    await (await startSite(pluginsFile(declaration))).stop();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The site has started');
}

describe('a site does not start', () => {
  it('with wrong options, and every one of them has a line', async () => {
    const message = await refusalOf({
      config: {
        mode: 'single',
        contentTypes: {
          'api::pages.page': { enabled: false },
          [PAGE]: { parent: 'papa', relations: { nope: 1 }, mode: 'both' },
        },
        allowNever: 'no',
      },
      prefix: '/elsewhere',
    });
    const options = message
      .split('\n')
      .map((line) => /^share-links config: (.+?): /.exec(line)?.[1]);
    expect(options).toEqual(['prefix', `contentTypes.${PAGE}.mode`, 'allowNever', 'mode']);
  });

  it('with a type that it does not have, although everything else is right', async () => {
    expect(
      await refusalOf({ config: { contentTypes: { 'api::pages.page': { enabled: false } } } })
    ).toBe(
      `share-links config: contentTypes.api::pages.page: Unknown content type: api::pages.page; did you mean ${PAGE}?`
    );
  });

  it.each([[[]], [null], ['single'], [5], [true]])('with %j for options', async (config) => {
    expect(await refusalOf({ config })).toMatch(
      /^share-links config: must be an object with options/
    );
  });
});
