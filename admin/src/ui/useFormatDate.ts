import { useIntl } from 'react-intl';

import { relativeTime } from './relativeTime';

/** Writes a date and its time in the person's language: `Dec 3, 2026, 10:00 AM`. */
export function useFormatDate() {
  const { formatDate } = useIntl();
  return (iso: string): string => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Says how far away a date is: `in 3 days`. */
export function useFormatRelative() {
  const { formatRelativeTime } = useIntl();
  return (iso: string): string => {
    const { value, unit } = relativeTime(new Date(iso), new Date());
    return formatRelativeTime(value, unit, { numeric: 'auto' });
  };
}
