import { Page } from '@strapi/strapi/admin';

import { useMaySeeLinks } from '../utils/access';
import { LinksPage } from './LinksPage';

/** The page behind the menu's entry. The server decides which links it shows to whom. */
export default function SitePage() {
  return useMaySeeLinks() ? <LinksPage /> : <Page.NoPermissions />;
}
