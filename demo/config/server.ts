import type { Core } from '@strapi/strapi';

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // Proxies append the IP address that they saw, so visitors can't forge the last ones.
  proxy: { koa: env.bool('IS_PROXIED', false), maxIpsCount: env.int('PROXIES', 1) },
  app: { keys: env.array('APP_KEYS', []) },
  logger: {
    config: { level: env('LOG_LEVEL', 'http') },
    startup: { enabled: env.bool('STARTUP_TABLE', true) },
    updates: { enabled: false },
  },
});

export default server;
