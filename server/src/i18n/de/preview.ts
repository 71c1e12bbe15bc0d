import type { PreviewTexts } from '../en/preview';

export const preview: PreviewTexts = {
  lang: 'de',
  name: 'Vorschau',
  label: 'Vorschau',
  note: 'nur Sie sehen diese Leiste; Besuche werden nicht gezählt',
  visitors: 'Besucher',
  open: 'sehen diese Seite',
  password: 'geben zuerst ein Passwort ein',
  closed: {
    plan: 'sehen noch nichts; den Link gibt es noch nicht',
    lockedPlan:
      'sehen noch nichts; den Link gibt es noch nicht, und er wird nach einem Passwort fragen',
    scheduled: 'sehen noch nichts; der Link beginnt später',
    paused: 'sehen gerade nichts; der Link ist angehalten',
    expired: 'sehen nichts mehr; der Link ist abgelaufen',
    exhausted: 'neue sehen nichts; alle Plätze des Links sind vergeben',
    suspended: 'sehen gerade nichts; der Link ist ausgesetzt',
    'type-disabled': 'sehen gerade nichts; Einträge dieses Typs können nicht geteilt werden',
    'policy-off': 'sehen gerade nichts; die Richtlinie zum Teilen ist „Aus“',
    'site-paused': 'sehen gerade nichts; alle Freigaben der Website sind angehalten',
    unpublished: 'sehen gerade nichts; der Eintrag ist nicht veröffentlicht',
    'entry-gone': 'sehen gerade nichts; es gibt nichts zu zeigen',
    other: 'sehen gerade nichts',
  },
  ended: {
    title: 'Diese Vorschau ist zu Ende',
    reason:
      'Eine Vorschau öffnet sich zehn Minuten lang, und nur für die Person, die sie aufgerufen hat.',
    advice: 'Öffnen Sie sie noch einmal aus dem Panel.',
  },
  empty: {
    title: 'Noch nichts zu zeigen',
    reason:
      'Der Link zeigt eine Fassung des Eintrags, die es nicht gibt, etwa die veröffentlichte eines unveröffentlichten Eintrags.',
    advice: 'Veröffentlichen Sie den Eintrag, oder wählen Sie für den Link eine andere Fassung.',
  },
};
