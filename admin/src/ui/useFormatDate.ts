import { useIntl } from 'react-intl';

import { relativeTime } from './relativeTime';

/** A moment in the words of the person: `Dec 3, 2026, 10:00 AM`. */
export function useMoment() {
  const { formatDate } = useIntl();
  return (iso: string): string => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** How far a moment is away: `in 3 days`. */
export function useRelativeMoment() {
  const { formatRelativeTime } = useIntl();
  return (iso: string): string => {
    const { value, unit } = relativeTime(new Date(iso), new Date());
    return formatRelativeTime(value, unit, { numeric: 'auto' });
  };
}
