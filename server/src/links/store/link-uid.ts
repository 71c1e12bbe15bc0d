export const LINK_UID = 'plugin::share-links.link';
