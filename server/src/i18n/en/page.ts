/**
 * Every word of the public page that does not come from the entry. Other languages have the same
 * shape.
 */
export const page = {
  /**
   * The BCP 47 tag of these words. The page marks them with it if the entry has another language.
   */
  lang: 'en',
  skip: 'Skip to content',
  draft: 'Draft',
  draftNote: 'This is a draft. It may still change.',
  frozen: 'Snapshot',
  frozenNote: (date: string) => `This is how it was on ${date}.`,
  published: (date: string) => `Published ${date}`,
  updated: (date: string) => `Updated ${date}`,
  untitled: 'Untitled',
  facts: 'Key facts',
  empty: 'Nothing to show yet',
  emptyNote: 'There is nothing on this page so far.',
  broken: 'This part can’t be shown.',
  tooDeep: 'The rest is nested too deeply to be shown here.',
  cut: 'This text is too long to be shown in full.',
  cutList: (shown: number) =>
    shown === 1
      ? 'There are more; only the first is shown.'
      : `There are more; only the first ${shown} are shown.`,
  /** How many of several things are done. `share` follows a word from the content. */
  progress: (done: number, total: number) => `${done} of ${total} done`,
  share: (done: number, total: number) => `${done} of ${total}`,
  /** Unfolds the rest of a related entry. For screen readers its title follows. */
  more: 'Show more',
  yes: 'Yes',
  no: 'No',
  table: 'Table',
  viewImage: (name: string) => `View image: ${name}`,
  video: 'Video',
  audio: 'Audio',
  download: 'Download',
  moreFiles: 'More files on this page',
  downloadAll: 'Download all files',
  downloadsOff: 'Downloads are turned off for this link.',
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  /** The note in the archive about files that it does not contain. */
  missing: { name: 'Missing files.txt', intro: 'These files could not be put into the archive:' },
  /** The navigation of a link with several pages, and of a long page. */
  pages: 'Pages',
  breadcrumb: 'Breadcrumb',
  pager: 'Previous and next page',
  previous: 'Previous',
  next: 'Next',
  contents: 'On this page',
  languages: 'Languages',
  footer: 'Shared with you by link. Anyone who has this link can open this page.',
  /** The same for links with a password, and for those that limit their visitors. */
  footerLocked:
    'Shared with you by link. Anyone who has this link and its password can open this page.',
  footerLimited: 'Shared with you by link. Only a limited number of people can open this page.',
  refusal: {
    title: 'Invalid or expired public link',
    reason:
      'Nothing can be shown at this address. The link may be incomplete, or it may not be in use any more.',
    advice: 'Ask the person who sent it to you for a new one.',
  },
  /** For sites that explain refusals: links that have ended. */
  explained: {
    title: 'Access Denied',
    message: 'This share link is no longer active.',
    details: {
      expired: 'It had an end, which has passed.',
      exhausted: 'As many people as it was meant for have opened it.',
      revoked: 'The person who shared it has deleted it.',
      'not-shown': 'What it showed is not there any more, or is not shared any more.',
    },
  },
  /** For sites that explain refusals: links that may open again at the same address. */
  closed: {
    scheduled: {
      title: 'This link isn’t open yet',
      message: 'The person who shared it with you has chosen a later start.',
      advice: 'Come back then. The address stays the same.',
    },
    paused: {
      title: 'This link is paused',
      message: 'Its owner has paused it. Nothing can be seen here until they resume it.',
      advice: 'Try again later. The address stays the same.',
    },
    'site-paused': {
      title: 'Sharing is paused',
      message: 'All shared links of this site are paused at the moment, this one too.',
      advice: 'Try again later. The address stays the same.',
    },
    suspended: {
      title: 'This link is closed at the moment',
      message: 'It may open again at the same address.',
      advice: 'Ask the person who sent it to you.',
    },
  },
  /** A date and time follow. */
  opens: 'It opens on',
  password: {
    title: 'This page needs a password',
    reason: 'The person who shared it with you has protected it. They can tell you the password.',
    label: 'Password',
    submit: 'Open the page',
    wrong: 'That password is not right. Check it and try again.',
    /** For pages that another site shows in a frame. */
    inFrame: {
      note: 'Some browsers don’t let a page inside another site remember the password.',
      open: 'Open it in its own tab',
    },
  },
  /** For a link with a limit on visitors, if a machine may have asked for it. */
  asking: {
    title: 'A page was shared with you',
    reason:
      'This link opens for a limited number of visitors. Once you open the page, it counts you as one of them.',
    submit: 'Open the page',
  },
  /** The texts for link previews in chats and mailboxes. */
  stub: {
    title: 'A page was shared with you',
    note: 'Open the link in a browser to see it.',
  },
  /** For clients that tried too often, or share a network with one that did. */
  limited: {
    title: 'Too many attempts',
    reason:
      'To keep shared pages safe, only so many attempts are let through from one network, and for one link.',
    advice: (seconds: number) =>
      seconds > 60
        ? `Try again in ${Math.ceil(seconds / 60)} minutes.`
        : `Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
  },
  /** For errors of the site itself. */
  failure: {
    title: 'Something went wrong',
    reason: 'This page can’t be shown at the moment. It is not you, and not the link.',
    advice: 'Try again in a few minutes.',
  },
  /** For requests that the site stops, such as those of a blocked network. */
  stopped: {
    title: 'This page did not open',
    reason: 'The site does not accept this request. That says nothing about the link.',
    advice: 'Open the link again later, or ask the person who sent it to you.',
  },
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

export type Texts = typeof page;
