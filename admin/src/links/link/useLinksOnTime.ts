import type { Link } from '../../../../contracts/links';
import { useAtNextMoment } from '../../ui/useAtNextMoment';

/** Loads links again when one of them starts or ends. */
export function useLinksOnTime(links: Link[] | undefined, refetch: () => unknown): void {
  const moments = (links ?? []).flatMap(({ startsAt, expiresAt }) => [startsAt, expiresAt]);
  useAtNextMoment(moments, () => void refetch());
}
