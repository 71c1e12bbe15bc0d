/**
 * Every word of the public page that does not come from the entry. Another language joins by adding
 * an object of the same shape to `languages`; the page then speaks it to entries in that language.
 */
const en = {
  /** BCP 47 tag of these words, put on them where the entry is in another language. */
  lang: 'en',
  skip: 'Skip to content',
  draft: 'Draft',
  draftNote: 'This is a draft. It may still change.',
  published: (date: string) => `Published ${date}`,
  updated: (date: string) => `Updated ${date}`,
  untitled: 'Untitled',
  facts: 'Key facts',
  empty: 'Nothing to show yet',
  emptyNote: 'There is nothing on this page so far.',
  broken: 'This part can’t be shown.',
  tooDeep: 'The rest is nested too deeply to be shown here.',
  cut: 'This text is too long to be shown in full.',
  yes: 'Yes',
  no: 'No',
  table: 'Table',
  viewImage: (name: string) => `View image: ${name}`,
  video: 'Video',
  audio: 'Audio',
  download: 'Download',
  footer: 'Shared with you by link. Anyone who has this link can open this page.',
  refusal: {
    title: 'Invalid or expired public link',
    reason:
      'Nothing can be shown at this address. The link may be incomplete, or it may not be in use any more.',
    advice: 'Ask the person who sent it to you for a new one.',
  },
  /** For sites that explain refusals; the first two are what the panel's users know it by. */
  explained: {
    title: 'Access Denied',
    message: 'This share link is no longer active.',
    details: {
      scheduled: 'It opens later. Try again at the time you were told.',
      paused: 'The person who shared it has paused it.',
      'site-paused': 'All sharing of this site is paused at the moment.',
      expired: 'It had an end, which has passed.',
      exhausted: 'As many people as it was meant for have opened it.',
    } as Partial<Record<string, string>>,
  },
  password: {
    title: 'This page needs a password',
    reason: 'The person who shared it with you has protected it. They can tell you the password.',
    label: 'Password',
    submit: 'Open the page',
    wrong: 'That password is not right. Check it and try again.',
  },
  frozen: 'Snapshot',
  frozenNote: (date: string) => `This is how it was on ${date}.`,
  fileTypes: {
    pdf: 'PDF document',
    word: 'Word document',
    excel: 'Excel spreadsheet',
    powerpoint: 'PowerPoint presentation',
    opentext: 'Text document',
    spreadsheet: 'Spreadsheet',
    presentation: 'Presentation',
    csv: 'CSV table',
    text: 'Plain text',
    markdown: 'Markdown text',
    json: 'JSON data',
    xml: 'XML data',
    html: 'Web page',
    calendar: 'Calendar event',
    zip: 'ZIP archive',
    archive: 'Archive',
    image: (kind: string) => `${kind} image`,
    video: (kind: string) => `${kind} video`,
    audio: (kind: string) => `${kind} audio`,
    other: (kind: string) => `${kind} file`,
    unknown: 'File',
  },
};

export type Texts = typeof en;

const languages: Record<string, Texts> = { en };

/** The words for an entry's locale, in English where nobody has translated them yet. */
export function textsFor(locale: string): Texts {
  return languages[locale.split('-')[0] ?? ''] ?? en;
}
