import type { Core } from '@strapi/strapi';

const admin = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  // The path of the panel, to try out.
  url: env('ADMIN_URL', '/admin'),
  auth: {
    secret: env('ADMIN_JWT_SECRET', ''),
    // A panel under a path needs it: Strapi's default is /admin.
    ...(env('ADMIN_COOKIE_PATH') ? { cookie: { path: env('ADMIN_COOKIE_PATH') } } : {}),
  },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
});

export default admin;
