import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { appDir } from '../src/app-dir';

const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  email: {
    config: {
      // Mails stay on this machine: they go to a local mail catcher such as Mailpit, if one runs.
      providerOptions: { devHost: '127.0.0.1', devPort: env.int('SMTP_PORT', 1025) },
      settings: { defaultFrom: 'Share Links demo <demo@example.com>' },
    },
  },
  'share-links': {
    enabled: true,
    resolve: path.resolve(appDir, '..'),
    config: {
      // Another prefix for the pages, to try out.
      ...(env('PAGE_PREFIX') ? { prefix: env('PAGE_PREFIX') } : {}),
      ...(env('REDIS_URL') ? { redis: env('REDIS_URL') } : {}),
      // The path of a style sheet, to try out.
      ...(env('PAGE_STYLESHEET') ? { stylesheet: env('PAGE_STYLESHEET') } : {}),
      contentTypes: {
        'api::project.project': { mode: 'single', relations: { documents: 1 } },
        'api::page.page': { parent: 'parent' },
        'api::document.document': { parent: 'project' },
        'api::homepage.homepage': { relations: { featuredProjects: 1 } },
      },
    },
  },
});

export default plugins;
