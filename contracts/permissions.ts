export const PLUGIN_ID = 'share-links';

/** The right to share. It is a content-type action, so it is a column in every role's matrix. */
export const SHARE_ACTION = 'plugin::share-links.share';

/** Strapi's own right to open an entry in the content manager. */
export const READ_ENTRY_ACTION = 'plugin::content-manager.explorer.read';

/** Rights for the whole plugin, under Roles ▸ Plugins ▸ Share links. */
export const READ_LINKS_ACTION = 'plugin::share-links.links.read';
export const READ_SETTINGS_ACTION = 'plugin::share-links.settings.read';
export const UPDATE_SETTINGS_ACTION = 'plugin::share-links.settings.update';

/** The right to see the passwords of links. Each use is recorded in the link's timeline. */
export const REVEAL_PASSWORDS_ACTION = 'plugin::share-links.passwords.reveal';
