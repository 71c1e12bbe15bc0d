import type { Visit } from '../../../contracts/visits';
import { useTranslate } from '../utils/translations';
import type { MessageKey } from '../utils/translations';

/** The texts for the reasons of a refusal; an unknown reason is shown as it is. */
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
  unpublished: 'visits.reason.unpublished',
  'entry-gone': 'visits.reason.entry-gone',
  robot: 'visits.reason.robot',
};

/** Puts a visit into words. */
export function useVisitWords() {
  const t = useTranslate();
  return {
    reason(reason: string): string {
      const key = REASONS[reason];
      return key ? t(key) : reason;
    },

    /** Says who the visitor was, as far as the site knows: `Firefox, computer`. */
    browser({ browser, device, isRobot }: Visit): string {
      if (isRobot) return browser ?? t('visits.robot.unknown');
      const parts = [browser, device && device !== 'other' ? t(`visits.device.${device}`) : null];
      return parts.filter(Boolean).join(', ') || t('visits.unknown');
    },
  };
}
