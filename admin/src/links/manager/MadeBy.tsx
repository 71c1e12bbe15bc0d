import { FormattedMessage, useIntl } from 'react-intl';

import type { Link } from '../../../../contracts/links';
import { messageId } from '../../utils/translations';

export function MadeBy({ link }: { link: Link }) {
  const { formatDate } = useIntl();
  const date = formatDate(link.createdAt, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <FormattedMessage
      id={messageId('link.made')}
      values={{
        date: <time dateTime={link.createdAt}>{date}</time>,
        name: link.sharedBy.name,
      }}
    />
  );
}
