/**
 * What somebody of the panel reads when they preview a link: in the bar above the page, after
 * “Visitors:”, and where there is nothing to see.
 */
export const preview = {
  lang: 'en',
  name: 'Preview',
  label: 'Preview',
  note: 'only you see this bar; visits aren’t counted',
  visitors: 'Visitors',
  open: 'see this page',
  password: 'enter a password first',
  closed: {
    plan: 'see nothing yet; the link isn’t made',
    lockedPlan: 'see nothing yet; the link isn’t made, and will ask for a password',
    scheduled: 'see nothing yet; the link starts later',
    paused: 'see nothing now; the link is paused',
    expired: 'see nothing now; the link has expired',
    exhausted: 'new ones see nothing now; all places of the link are taken',
    suspended: 'see nothing now; the link is suspended',
    'type-disabled': 'see nothing now; entries of this type can’t be shared',
    'policy-off': 'see nothing now; the share policy is Off',
    'site-paused': 'see nothing now; all sharing of the site is paused',
    unpublished: 'see nothing now; the entry isn’t published',
    'entry-gone': 'see nothing now; there is nothing to show',
    other: 'see nothing now',
  },
  ended: {
    title: 'This preview has ended',
    reason: 'A preview opens for ten minutes, for the person who asked for it.',
    advice: 'Open it again from the panel.',
  },
  empty: {
    title: 'Nothing to show yet',
    reason:
      'The link shows a version of the entry that does not exist, such as the published version of an entry that is not published.',
    advice: 'Publish the entry, or choose another version for the link.',
  },
};

export type PreviewTexts = typeof preview;
