import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface TableDateProps {
  at: string | null;
  /** The text if there is no date. */
  otherwise?: string;
}

/** Shows a day, and its time on hovering: a table has no room for both. */
export function TableDate({ at, otherwise }: TableDateProps) {
  const { formatDate } = useIntl();

  if (!at) return <Typography textColor="neutral600">{otherwise}</Typography>;
  return (
    <Typography
      tag="time"
      dateTime={at}
      title={formatDate(at, { dateStyle: 'full', timeStyle: 'short' })}
      style={{ whiteSpace: 'nowrap' }}
    >
      {formatDate(at, { dateStyle: 'medium' })}
    </Typography>
  );
}
