export default {
  config: {
    locales: ['fr'],
    // The panel would ask GitHub for Strapi's newest release; the demo talks to nobody.
    notifications: { releases: false },
    tutorials: false,
  },
};
