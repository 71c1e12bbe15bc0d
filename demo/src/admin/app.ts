export default {
  config: {
    locales: ['de', 'es', 'fr'],
    // The panel would ask GitHub for Strapi's newest release; the demo contacts no other host.
    notifications: { releases: false },
    tutorials: false,
  },
};
