import type { Core } from '@strapi/strapi';

import { PREVIEW_SECONDS } from '../../../contracts/previews';
import type { Preview } from '../../../contracts/previews';
import { audienceOf } from '../access/opened-link';
import { previewableLink } from '../access/preview-link';
import { refuse } from '../core/errors';
import { checkNewLink } from '../links/changes/create';
import type { Rights } from '../rights/rights';
import { siteAddresses } from '../settings/public-url';
import { pluginConfig } from '../settings/service';
import { previewRows } from './rows';
import { PREVIEW_PATH, tickets } from './tickets';
import type { Ticket } from './tickets';

/** A preview, and the proof that its person's browser keeps. */
export interface IssuedPreview {
  preview: Preview;
  proof: string;
}

/** Previews for people who have signed in to the panel. A token has no browser to bind one to. */
export function previewService(strapi: Core.Strapi) {
  return {
    /**
     * A preview of a link.
     *
     * @throws Refused `not-found`, `not-owner`, `not-allowed` or `link-revoked`
     */
    async ofLink(id: number, rights: Rights): Promise<IssuedPreview> {
      const userId = personIn(rights);
      const opens = { kind: 'link', id: await previewableLink(strapi, id, rights) } as const;
      return issue({ userId, opens, until: untilSeconds() });
    },

    /**
     * A preview of a link that is not made yet. `input` is what making it takes.
     *
     * @throws Refused like making it
     */
    async ofRules(input: unknown, rights: Rights): Promise<IssuedPreview> {
      const userId = personIn(rights);
      const asked = await checkNewLink(strapi, input, rights);
      const until = untilSeconds();
      const { contentType, documentId, locale, shows, fields, includeChildren, locales } = asked;
      const { password, maxViewers = null, allowDownload = true, refreshSeconds = null } = asked;
      const audience = audienceOf(Boolean(password), maxViewers);
      const id = await previewRows(strapi).keep(
        {
          ...{ contentType, documentId, locale, shows, fields, includeChildren, locales },
          ...{ allowDownload, refreshSeconds, audience, hasPassword: Boolean(password) },
        },
        new Date(until * 1000)
      );
      return issue({ userId, opens: { kind: 'rules', id }, until });
    },
  };

  function issue(content: Ticket): IssuedPreview {
    const { ticket, proof } = tickets(strapi).issue(content);
    const url = `${panelBase(strapi)}${pluginConfig(strapi).prefix}${PREVIEW_PATH}/${ticket}`;
    return { preview: { url, expiresAt: new Date(content.until * 1000).toISOString() }, proof };
  }
}

function personIn({ isPerson, actor }: Rights): number {
  if (isPerson && actor.id !== null) return actor.id;
  return refuse('not-allowed', 'Only a person who has signed in to the panel gets a preview');
}

function untilSeconds(): number {
  return Math.floor(Date.now() / 1000) + PREVIEW_SECONDS;
}

/** The path below which the panel reaches this server. Visitors may have another address. */
function panelBase(strapi: Core.Strapi): string {
  return siteAddresses(strapi, { publicUrl: null })[0]?.base ?? '';
}
