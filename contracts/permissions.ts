export const PLUGIN_ID = 'share-links';

/** The right to share: a content-type action, so it is a column of every role's matrix. */
export const SHARE_ACTION = 'plugin::share-links.share';

/** Strapi's own right to open an entry in the content manager. */
export const READ_ENTRY_ACTION = 'plugin::content-manager.explorer.read';

/** Plugin-wide rights, ticked under Roles ▸ Plugins ▸ Share links. */
export const READ_LINKS_ACTION = 'plugin::share-links.links.read';
export const READ_SETTINGS_ACTION = 'plugin::share-links.settings.read';
export const UPDATE_SETTINGS_ACTION = 'plugin::share-links.settings.update';

/** Reads the password of a link back; every reading is in the link's timeline. */
export const REVEAL_PASSWORDS_ACTION = 'plugin::share-links.passwords.reveal';
