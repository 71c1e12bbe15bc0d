/**
 * The last step of `npm run build`: puts the types of each export into one file, with only what
 * they need. It reads the declarations that `tsc -p tsconfig.types.json` has written, and removes
 * them.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = path.resolve(import.meta.dirname, '..');
const declarations = path.join(root, 'dist/.types');

const ENTRIES = [
  ['strapi-server.d.ts', 'server/index.d.ts'],
  ['strapi-admin.d.ts', 'admin/index.d.ts'],
  ['client/index.d.ts', 'client/index.d.ts'],
];

function rollUp([from, to]) {
  const extractorConfig = ExtractorConfig.prepare({
    configObjectFullPath: path.join(root, 'api-extractor.json'),
    packageJsonFullPath: path.join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: path.join(declarations, from),
      compiler: { tsconfigFilePath: path.join(root, 'tsconfig.types.json') },
      apiReport: { enabled: false, reportFileName: '' },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: path.join(root, 'dist', to) },
      messages: {
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  const { succeeded } = Extractor.invoke(extractorConfig, {
    localBuild: true,
    // Hides the message about the bundled version of TypeScript.
    messageCallback: (message) => (message.handled ||= message.category === 'console'),
  });
  if (!succeeded) throw new Error(`The types of ${to} could not be rolled up`);
}

ENTRIES.forEach(rollUp);
rmSync(declarations, { recursive: true });
