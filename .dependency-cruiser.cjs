/**
 * Who may import whom, types included: an import that runs against the map fails `npm run lint`.
 * The rooms are in tools/rooms.cjs; test/unit/boundaries.test.ts proves that each rule bites.
 */
const {
  LINK_ROWS,
  PANEL_FEATURES,
  PANEL_PAIRS,
  PANEL_SHARED,
  SECRETS,
  SERVER_LAYERS,
  SERVER_ROOTS,
  knownTo,
} = require('./tools/rooms.cjs');

const serverRooms = SERVER_LAYERS.flat();
const oneOf = (names) => `(?:${names.join('|')})`;

/** A room, a file without its ending, or a folder: `core`, `content/urls`, `admin/src/api`. */
const within = (base, names) => `^${base}/${oneOf(names)}(?:/|\\.tsx?$)`;
const inServer = (names) => within('server/src', names);
const inPanel = (names) => within('admin/src', names);

/** Packages by name, installed or not, with their types. */
const packages = (names) => `(?:^|/node_modules/|^node_modules/)(?:@types/)?${oneOf(names)}(?:/|$)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const serverLayers = serverRooms.map((room) =>
  rule(
    `server-${room}`,
    `Lower rooms never import higher ones: ${room} knows ${knownTo(room).join(', ') || 'none'}.`,
    { path: inServer([room]) },
    { path: '^server/', pathNot: inServer([room, ...knownTo(room)]) }
  )
);

const panelFeatures = PANEL_FEATURES.map((feature) =>
  rule(
    `panel-${feature}`,
    'A feature imports what is shared, and of other features only what tools/rooms.cjs names.',
    { path: inPanel([feature]) },
    {
      path: '^admin/',
      pathNot: inPanel([feature, ...PANEL_SHARED, ...(PANEL_PAIRS[feature] ?? [])]),
    }
  )
);

/** Rooms from which something is hidden. The files that put rooms together may touch everything. */
const allRoomsBut = (known) => ({ path: '^server/src/[^/]+/', pathNot: inServer(known) });

module.exports = {
  forbidden: [
    rule(
      'server-files-stand-in-rooms',
      'Only the files that put the rooms together stand beside them.',
      { path: '^server/src/', pathNot: inServer([...serverRooms, ...SERVER_ROOTS]) },
      {}
    ),
    ...serverLayers,
    rule(
      'content-without-requests',
      'What is shown of an entry depends on no request.',
      { path: inServer(['content']) },
      { path: [packages(['koa', 'koa-[^/]+', '@koa/[^/]+']), inServer(['http'])] }
    ),
    rule(
      'access-without-react',
      'Access decides, and renders nothing.',
      { path: inServer(['access']) },
      { path: [packages(['react', 'react-dom']), '\\.tsx$'] }
    ),
    rule(
      'page-without-strapi',
      'The page renders what it is given, wherever React runs.',
      { path: inServer(['page']) },
      { path: packages(['@strapi/(?!blocks-react-renderer)[^/]+']) }
    ),
    rule(
      'page-without-koa',
      'The page knows no request.',
      { path: inServer(['page']) },
      { path: packages(['koa', 'koa-[^/]+', '@koa/[^/]+']) }
    ),
    rule(
      'page-without-rows-and-secrets',
      'Nothing that a page is made of comes from a table or a key.',
      { path: inServer(['page']) },
      {
        path: inServer([
          'links',
          'access',
          'limits',
          'visits',
          'settings/storage',
          'core/keys',
          'core/encryption',
        ]),
      }
    ),
    rule(
      'rows-stay-with-links-and-access',
      'Everybody else gets an OpenedLink or a Link.',
      allRoomsBut(LINK_ROWS.knownTo),
      { path: inServer(LINK_ROWS.files) }
    ),
    rule(
      'secrets-stay-with-links-and-access',
      'No cipher and no hash is read elsewhere.',
      allRoomsBut(SECRETS.knownTo),
      { path: [inServer(SECRETS.files), packages(SECRETS.packages)] }
    ),
    rule(
      'anchors-know-no-comments',
      'Whatever follows a passage through versions of a text can use them.',
      { path: inServer(['comments/anchor']) },
      { path: '^(?:server|contracts|admin)/', pathNot: inServer(['comments/anchor']) }
    ),
    rule(
      'islands-take-types-only',
      'The script in the browser shares types with the server, never code.',
      { path: inServer(['islands']) },
      { pathNot: inServer(['islands']), dependencyTypesNot: ['type-only'] }
    ),
    rule(
      'panel-files-stand-in-rooms',
      'Only index.ts and what is shared stand beside the features.',
      {
        path: '^admin/src/',
        pathNot: inPanel(['index', ...PANEL_FEATURES, ...PANEL_SHARED]),
      },
      {}
    ),
    rule(
      'panel-shared-knows-no-feature',
      'What every feature uses knows none of them.',
      { path: inPanel(PANEL_SHARED) },
      { path: '^admin/', pathNot: inPanel(PANEL_SHARED) }
    ),
    ...panelFeatures,
    rule(
      'admin-without-server',
      'The panel is bundled for browsers; it talks to the server over HTTP.',
      { path: '^(?:admin/|strapi-admin\\.ts)' },
      { path: '^(?:server/|strapi-server\\.ts)' }
    ),
    rule(
      'admin-without-schemas',
      'Schemas bring Zod and Strapi’s server code along.',
      { path: '^admin/' },
      { path: '^contracts/.*-schemas\\.ts$' }
    ),
    rule(
      'server-without-admin',
      'The server knows no panel.',
      { path: '^(?:server/|strapi-server\\.ts)' },
      { path: '^(?:admin/|strapi-admin\\.ts)' }
    ),
    rule(
      'contracts-import-nobody',
      'Contracts are what crosses the wire, and nothing else.',
      { path: '^contracts/', pathNot: '-schemas\\.ts$' },
      { pathNot: '^contracts/' }
    ),
    rule(
      'schemas-import-only-zod',
      'Schemas need Zod, which Strapi’s utils carry.',
      { path: '^contracts/.*-schemas\\.ts$' },
      { pathNot: ['^contracts/', packages(['@strapi/utils'])] }
    ),
    rule(
      'client-knows-contracts-only',
      'The client runs wherever fetch does and depends on nothing.',
      { path: '^client/' },
      { pathNot: '^(?:client|contracts)/' }
    ),
    rule(
      'product-without-tests',
      'What is shipped imports neither tests, demo nor tools.',
      { path: '^(?:server|admin|client|contracts)/' },
      { path: '^(?:test|demo|tools)/' }
    ),
  ],
  options: {
    // `import type` counts: a room that names another’s types knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/dist/' },
  },
};
