import { afterEach, describe, expect, it } from 'vitest';

import { isRobot } from '../../server/src/access/robots';
import { tokenMask } from '../../server/src/http/log-mask';
import { cleanBlocks } from '../../server/src/content/blocks';
import { renderMarkdown } from '../../server/src/content/markdown';
import { pathTree, permissionOf, settingOf } from '../../server/src/schema/paths';
import { blocksText, htmlHeadings, htmlText } from '../../server/src/content/plain-text';
import { plainHtml } from '../../server/src/content/render-text';
import { safeImageUrl, safeLinkUrl } from '../../server/src/content/urls';
import { cell } from '../../server/src/core/csv';
import { plainTitle } from '../../server/src/reminders/plain-title';
import { redactStatement } from '../../server/src/core/redact-statements';
import { describeAgent } from '../../server/src/visits/agent';
import { referringHost } from '../../server/src/visits/referrer';
import { withAddresses } from '../../server/src/page/addresses';
import { asciiName, safeName, uniqueNames } from '../../server/src/public/files/names';
import { parseRange } from '../../server/src/public/files/range';
import { anchorOf } from '../../server/src/page/layout/anchors';
import { isEmpty } from '../../server/src/page/layout/arrange';
import { contentsOf } from '../../server/src/page/layout/contents';
import { withScript } from '../../server/src/page/islands';
import { fitHeadings } from '../../server/src/page/layout/outline';
import { renderEntryPage } from '../../server/src/page/render';
import {
  formatDate,
  formatNumber,
  humanise,
  oneLine,
  plainText,
  toneOf,
} from '../../server/src/page/values';
import { fold, rangesOf, wordsOf } from '../../server/src/page/search/fold';
import { queryIn } from '../../server/src/page/search/query';
import { searchEntry } from '../../server/src/page/search/search';
import { snippetOf } from '../../server/src/page/search/snippet';
import { hostileTexts, slowOn } from '../support/hostile-texts';
import { entry, field } from './page/support';

// Lets the test runner report each test, since all of them compute without a pause.
afterEach(() => new Promise<void>((resolve) => setImmediate(resolve)));

/** Enough for several patterns in a row; time that grows with the square would be minutes. */
const LIMIT_MS = 500;

/** Enough for a library too; this work runs in its own thread. */
const LIMIT_IN_THREAD_MS = 5_000;

const headed = (text: string) => text.slice(0, 16_000);
const maskTokens = tokenMask('/share');
const textField = (value: string) => field('string', 'summary', value);
const markup = (value: string) => field('richtext', 'body', value);

const FUNCTIONS: [string, (text: string) => unknown][] = [
  ['htmlText', htmlText],
  ['htmlHeadings', htmlHeadings],
  ['plainHtml', plainHtml],
  ['blocksText', (text) => blocksText([{ type: 'paragraph', children: [{ type: 'text', text }] }])],
  ['cleanBlocks', (text) => cleanBlocks([{ type: 'heading', children: [{ type: 'text', text }] }])],
  ['settingOf', settingOf],
  ['permissionOf', permissionOf],
  ['pathTree', (text) => pathTree([text])],
  ['safeLinkUrl', safeLinkUrl],
  ['safeImageUrl', safeImageUrl],
  ['a cell of a table', cell],
  ['plainTitle', plainTitle],
  ['the mask of logs', maskTokens],
  ['withoutStatement', (text) => redactStatement(`select share_link ${text}`)],
  ['isRobot', (text) => isRobot(headed(text))],
  ['describeAgent', (text) => describeAgent(headed(text), false)],
  ['referringHost', (text) => referringHost(`https://${headed(text)}`, [])],
  ['parseRange', (text) => parseRange(headed(text), 10)],
  ['safeName', (text) => safeName(text, '.pdf')],
  ['asciiName', asciiName],
  ['uniqueNames', (text) => uniqueNames()(text)],
  ['anchorOf', (text) => anchorOf([text])],
  ['isEmpty', (text) => isEmpty(markup(text))],
  ['contentsOf', (text) => contentsOf([markup(text)], text)],
  ['fitHeadings', (text) => fitHeadings(text, 3, 'f-body')],
  ['withAddresses', (text) => withAddresses(entry([markup(text)]), '/share/x')],
  ['withScript', (text) => withScript(text, { script: { src: '', integrity: '' } } as never)],
  ['plainText', plainText],
  ['oneLine', oneLine],
  ['humanise', humanise],
  ['toneOf', toneOf],
  ['formatNumber', (value) => formatNumber({ name: 'n', value }, 'en')],
  ['formatDate', (value) => formatDate(value, 'en')],
  ['fold', fold],
  ['wordsOf', wordsOf],
  ['queryIn', (q) => queryIn({ q })],
  ['rangesOf', (text) => rangesOf(text, ['a', '.'])],
  ['snippetOf', (text) => snippetOf(text, ['a', '.'])],
];

describe('the time for any text grows only with its length:', () => {
  it.each(FUNCTIONS)('%s', (_name, work) => {
    expect(slowOn(hostileTexts(), work, LIMIT_MS)).toBeNull();
  });

  it.each<[string, (text: string) => unknown]>([
    ['renderMarkdown', renderMarkdown],
    ['a page of a text', (text) => renderEntryPage(entry([textField(text)]))],
    ['a page of HTML', (text) => renderEntryPage(entry([markup(text)]))],
    ['a search', (text) => searchEntry(entry([textField(text), markup(text)]), ['a', 'x'])],
  ])(
    '%s',
    (_name, work) => {
      expect(slowOn([...hostileTexts(), ...MARKDOWN], work, LIMIT_IN_THREAD_MS)).toBeNull();
    },
    300_000
  );
});

/** Pieces of text that have a meaning in markdown. */
const MARKDOWN = [
  ...['[', '](', '![', '`', '``a`', '*', '*a_', '*a **', '~~', '|', '| a |\n|-|\n', '<u>', '</u>'],
  ...['\\', '> ', '- ', '1. ', '# ', 'a\n=\n', 'a\n\n', '[a]: b\n', '[a]', '[a](b', '[[a](b)'],
  ...['http://a.co/', '//a.co/', 'a@a.co ', '<http://a', '<!--', 'a  \n', '  - a\n', '***a'],
].map((piece): [string, (length: number) => string] => [
  JSON.stringify(piece),
  (length) => piece.repeat(length / piece.length),
]);
