/**
 * The rooms of the source and who may know whom. `.dependency-cruiser.cjs` makes rules of it, and
 * CONTRIBUTING.md explains it. A new room needs one line here.
 */

/** Files that put the server's rooms together. No room imports them. */
const SERVER_ROOTS = ['index', 'register', 'bootstrap', 'destroy'];

/**
 * The server's rooms, lowest layer first. A room knows the layers before its own. Rooms of one
 * layer don't know each other.
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
  ['reminders'],
  ['visits'],
  ['comments'],
  ['messages', 'portal', 'webhooks'],
  ['page'],
  ['islands'],
  ['public'],
];

/** Rooms that know less than their layer would allow: whole rooms, or files of a room. */
const NARROWED = {
  http: ['core', 'settings'],
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
    'core/kept-texts',
  ],
  // The words that a page sends along.
  islands: ['page', 'i18n'],
};

/** Where rows of the links table are described, and which rooms may hold one. */
const LINK_ROWS = {
  files: ['links/store/link-schema'],
  knownTo: ['links', 'access'],
};

/** What reads or makes a cipher or a hash, and which rooms may use it. */
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

/** Components that draw each other, because entries hold entries. Only they may form a cycle. */
const RECURSIVE_RENDERER = '^server/src/page/fields/';

/** What every feature of the panel may use. */
const PANEL_SHARED = ['ui', 'api', 'utils', 'translations'];

/** The panel's features. A feature knows what is shared, and of other features only `PANEL_PAIRS`. */
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

/** Feature → what it may import of other features. */
const PANEL_PAIRS = {
  site: ['links/link'],
  links: ['visits', 'share-policy'],
};

/** Names of the rooms that one of the server's rooms may import. */
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
