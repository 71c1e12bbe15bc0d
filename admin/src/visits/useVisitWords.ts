import type { Visit } from '../../../contracts/visits';
import { useTranslate } from '../utils/translations';
import type { MessageKey } from '../utils/translations';

/** Reasons of a refusal that the panel has words for; a newer one is shown as it is. */
const REASONS: Record<string, MessageKey> = {
  scheduled: 'visits.reason.scheduled',
  paused: 'visits.reason.paused',
  expired: 'visits.reason.expired',
  exhausted: 'visits.reason.exhausted',
  suspended: 'visits.reason.suspended',
  revoked: 'visits.reason.revoked',
  'type-disabled': 'visits.reason.type-disabled',
  'policy-off': 'visits.reason.policy-off',
  'site-paused': 'visits.reason.site-paused',
  'entry-gone': 'visits.reason.entry-gone',
  robot: 'visits.reason.robot',
};

/** What is said of one visit. */
export function useVisitWords() {
  const t = useTranslate();
  return {
    reason(reason: string): string {
      const key = REASONS[reason];
      return key ? t(key) : reason;
    },

    /** Who it was, as far as that is known: `Firefox, computer`. */
    browser({ browser, device, isRobot }: Visit): string {
      if (isRobot) return browser ?? t('visits.robot.unknown');
      const parts = [browser, device && device !== 'other' ? t(`visits.device.${device}`) : null];
      return parts.filter(Boolean).join(', ') || t('visits.unknown');
    },
  };
}
