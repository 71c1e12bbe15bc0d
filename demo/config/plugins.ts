import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { appDir } from '../src/app-dir';

const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  'share-links': {
    enabled: true,
    resolve: path.resolve(appDir, '..'),
    config: { contentTypes: { 'api::project.project': { mode: 'single' } } },
  },
});

export default plugins;
