import type { ReactElement } from 'react';

import type { PageContext } from '../elements';
import { Gate } from '../status-pages';

/**
 * The page for link previews in chats and mailboxes: it tells only that a page exists, and the
 * site's name.
 */
export function StubPage({ page }: { page: PageContext }): ReactElement {
  const { stub } = page.texts;
  const { name } = page.branding;
  return (
    <Gate
      page={page}
      title={stub.title}
      icon="file"
      head={
        <>
          <meta property="og:type" content="website" />
          <meta property="og:title" content={stub.title} />
          <meta property="og:description" content={stub.note} />
          {name && <meta property="og:site_name" content={name} />}
        </>
      }
    >
      <p>{stub.note}</p>
    </Gate>
  );
}
