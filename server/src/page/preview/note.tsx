import type { ReactElement } from 'react';

import { previewTextsFor } from '../../i18n/languages';
import type { PageContext } from '../elements';
import { Gate } from '../status-pages';

/** What there is to say instead of a preview. */
export type PreviewNoteKind = 'ended' | 'empty';

/** Tells why a preview shows nothing: its time is over, or the link has nothing to show. */
export function PreviewNote(props: { page: PageContext; kind: PreviewNoteKind }): ReactElement {
  const { page, kind } = props;
  const { title, reason, advice } = previewTextsFor(page.texts.lang)[kind];
  return (
    <Gate page={page} title={title} icon={kind === 'ended' ? 'wait' : 'file'}>
      <p>{reason}</p>
      <p>
        <strong>{advice}</strong>
      </p>
    </Gate>
  );
}
