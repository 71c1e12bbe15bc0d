/**
 * The rooms of the source code and what they may import. `.dependency-cruiser.cjs` makes rules of
 * this, and CONTRIBUTING.md explains it. A new room needs one line here.
 */

/** Files that connect the server's rooms. No room imports them. */
const SERVER_ROOTS = ['index', 'register', 'bootstrap', 'destroy', 'own-tables', 'uninstall'];

/**
 * The server's rooms, lowest layer first. A room may import the layers before its own. Rooms of one
 * layer may not import each other.
 */
const SERVER_LAYERS = [
  ['core', 'i18n'],
  ['schema'],
  ['settings'],
  ['limits', 'http'],
  ['rights'],
  ['share-policy'],
  ['content'],
  ['links'],
  ['access'],
  ['reminders', 'preview'],
  ['visits'],
  ['comments'],
  ['messages', 'portal', 'webhooks'],
  ['page'],
  ['islands'],
  ['public'],
];

/** Rooms that may import less than their layer: only these rooms, or these files of a room. */
const NARROWED = {
  http: ['core', 'schema', 'settings'],
  page: [
    'i18n',
    // Files without Strapi, requests or tables.
    'content/blocks',
    'content/file-ids',
    'content/markdown',
    'content/opened-content',
    'content/place',
    'content/plain-text',
    'content/urls',
    'core/dates',
    'core/fold',
    'core/framing',
    'core/kept-texts',
  ],
  // The words that are sent with a page.
  islands: ['page', 'i18n'],
};

/** The files that describe rows of the links table, and the rooms that may import them. */
const LINK_ROWS = {
  files: ['links/store/link-schema'],
  knownTo: ['links', 'access'],
};

/** The code that reads or makes ciphers and hashes, and the rooms that may import it. */
const SECRETS = {
  files: [
    'core/encryption',
    'links/.*hashing',
    'links/.*password',
    'links/.*saved-passwords',
    'links/.*token',
  ],
  packages: ['bcryptjs'],
  knownTo: ['links', 'access'],
};

/**
 * Components that render each other, because entries contain entries. Only these may form a cycle.
 */
const RECURSIVE_RENDERER = '^server/src/page/fields/';

/** The folders that every feature of the panel may import. */
const PANEL_SHARED = ['ui', 'api', 'utils', 'translations'];

/**
 * The panel's features. A feature may import the shared folders, and other features only as in
 * `PANEL_PAIRS`.
 */
const PANEL_FEATURES = [
  'links',
  'site',
  'settings',
  'visits',
  'share-policy',
  'comments',
  'messages',
  'portal',
];

/** Feature → the parts of other features that it may import. */
const PANEL_PAIRS = {
  site: ['links/link'],
  links: ['visits', 'share-policy'],
};

/** Returns the rooms that a room of the server may import. */
function knownTo(room) {
  const layer = SERVER_LAYERS.findIndex((rooms) => rooms.includes(room));
  return NARROWED[room] ?? SERVER_LAYERS.slice(0, layer).flat();
}

module.exports = {
  LINK_ROWS,
  PANEL_FEATURES,
  PANEL_PAIRS,
  PANEL_SHARED,
  RECURSIVE_RENDERER,
  SECRETS,
  SERVER_LAYERS,
  SERVER_ROOTS,
  knownTo,
};
