import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import { useReadLink } from '../link/api';

/** Asks, once something about a link has failed, whether somebody has deleted the link meanwhile. */
export function useIsGone({ id }: Pick<Link, 'id'>, hasFailed: boolean): boolean {
  const readLink = useReadLink();
  const [isGone, setGone] = React.useState(false);

  React.useEffect(() => {
    if (!hasFailed) return;
    void readLink(id).then((answer) => {
      if ('data' in answer) setGone(answer.data.state === 'revoked');
    });
  }, [id, hasFailed, readLink]);

  return isGone;
}
