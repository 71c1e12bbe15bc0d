import type { Files } from './installs';
import { sqliteVersion } from './installs';

export type Language = 'TypeScript' | 'JavaScript';

const STRAPI = '5.54.0';

/** The uid of the only content type of a fresh app. */
export const NOTE = 'api::note.note';

const schema = {
  kind: 'collectionType',
  collectionName: 'notes',
  info: { singularName: 'note', pluralName: 'notes', displayName: 'Note' },
  options: { draftAndPublish: true },
  attributes: { title: { type: 'string', required: true }, text: { type: 'text' } },
};

/** A configuration file as it stands in a new Strapi app. */
const configs: Record<string, string> = {
  admin: `({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
})`,
  api: `{ rest: { defaultLimit: 25, maxLimit: 100, withCount: true } }`,
  database: `({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: env('DATABASE_FILENAME', '.tmp/data.db') },
    useNullAsDefault: true,
  },
})`,
  middlewares: `[
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]`,
  server: `({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
})`,
};

/** The types of the parameters that the files above take. */
const PARAMETERS = "import type { Core } from '@strapi/strapi';\n\n";

export function configFile(language: Language, value: string): string {
  if (language === 'JavaScript') return `module.exports = ${value};\n`;
  const typed = value.replace('({ env })', '({ env }: Core.Config.Shared.ConfigParams)');
  return `${typed === value ? '' : PARAMETERS}export default ${typed};\n`;
}

const factory = (language: Language, kind: string) =>
  language === 'TypeScript'
    ? `import { factories } from '@strapi/strapi';\n\nexport default factories.createCore${kind}('${NOTE}');\n`
    : `const { factories } = require('@strapi/strapi');\n\nmodule.exports = factories.createCore${kind}('${NOTE}');\n`;

const tsconfig = {
  compilerOptions: {
    module: 'CommonJS',
    moduleResolution: 'Node',
    lib: ['ES2020'],
    target: 'ES2019',
    strict: true,
    skipLibCheck: true,
    forceConsistentCasingInFileNames: true,
    incremental: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    noEmitOnError: true,
    noImplicitThis: true,
    outDir: 'dist',
    rootDir: '.',
  },
  include: ['./', './**/*.ts', './**/*.js', 'src/**/*.json'],
  exclude: ['node_modules/', 'build/', 'dist/', '.cache/', '.tmp/', 'src/admin/'],
};

/** All files of a fresh Strapi app with one content type. `plugin` is the packed tarball. */
export function freshApp(language: Language, plugin: string): Files {
  const ending = language === 'TypeScript' ? 'ts' : 'js';
  const type = 'src/api/note';
  const code: Files = {
    [`src/index.${ending}`]: configFile(language, '{ register() {}, bootstrap() {} }'),
    [`${type}/controllers/note.${ending}`]: factory(language, 'Controller'),
    [`${type}/routes/note.${ending}`]: factory(language, 'Router'),
    [`${type}/services/note.${ending}`]: factory(language, 'Service'),
  };
  for (const [name, value] of Object.entries(configs)) {
    code[`config/${name}.${ending}`] = configFile(language, value);
  }
  const compiler = { typescript: '^5', '@types/node': '^20', '@types/react': '^18' };
  return {
    ...code,
    [`${type}/content-types/note/schema.json`]: schema,
    'public/robots.txt': '',
    'public/uploads/.gitkeep': '',
    ...(language === 'TypeScript' ? { 'tsconfig.json': tsconfig } : {}),
    'package.json': {
      name: 'fresh-app',
      private: true,
      version: '0.1.0',
      dependencies: {
        '@strapi/strapi': STRAPI,
        '@strapi/plugin-users-permissions': STRAPI,
        'better-sqlite3': sqliteVersion(),
        react: '^18.0.0',
        'react-dom': '^18.0.0',
        'react-router-dom': '^6.0.0',
        'styled-components': '^6.0.0',
        'strapi-plugin-share-links': `file:${plugin}`,
      },
      devDependencies: language === 'TypeScript' ? compiler : {},
    },
  };
}
