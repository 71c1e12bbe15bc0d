import type { Texts } from '../en/page';

export const page: Texts = {
  lang: 'de',
  skip: 'Zum Inhalt springen',
  draft: 'Entwurf',
  draftNote: 'Dies ist ein Entwurf. Er kann sich noch ändern.',
  frozen: 'Momentaufnahme',
  frozenNote: (date) => `So sah es am ${date} aus.`,
  published: (date) => `Veröffentlicht am ${date}`,
  updated: (date) => `Aktualisiert am ${date}`,
  untitled: 'Ohne Titel',
  facts: 'Auf einen Blick',
  empty: 'Noch nichts zu sehen',
  emptyNote: 'Auf dieser Seite steht bisher nichts.',
  broken: 'Dieser Teil kann nicht angezeigt werden.',
  tooDeep: 'Der Rest ist zu tief verschachtelt, um hier angezeigt zu werden.',
  cut: 'Dieser Text ist zu lang, um ganz angezeigt zu werden.',
  cutList: (shown) =>
    shown === 1
      ? 'Es gibt noch mehr; nur der erste Eintrag wird angezeigt.'
      : `Es gibt noch mehr; nur die ersten ${shown} werden angezeigt.`,
  progress: (done, total) => `${done} von ${total} erledigt`,
  share: (done, total) => `${done} von ${total}`,
  more: 'Mehr anzeigen',
  yes: 'Ja',
  no: 'Nein',
  table: 'Tabelle',
  viewImage: (name) => `Bild ansehen: ${name}`,
  video: 'Video',
  audio: 'Audio',
  download: 'Herunterladen',
  moreFiles: 'Weitere Dateien auf dieser Seite',
  downloadAll: 'Alle Dateien herunterladen',
  downloadsOff: 'Downloads sind für diesen Link ausgeschaltet.',
  files: (count) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  missing: {
    name: 'Fehlende Dateien.txt',
    intro: 'Diese Dateien konnten nicht in das Archiv aufgenommen werden:',
  },
  pages: 'Seiten',
  breadcrumb: 'Brotkrümelpfad',
  pager: 'Vorherige und nächste Seite',
  previous: 'Zurück',
  next: 'Weiter',
  contents: 'Auf dieser Seite',
  languages: 'Sprachen',
  footer: 'Per Link mit Ihnen geteilt. Wer diesen Link hat, kann diese Seite öffnen.',
  refusal: {
    title: 'Ungültiger oder abgelaufener öffentlicher Link',
    reason:
      'Unter dieser Adresse gibt es nichts zu sehen. Vielleicht ist der Link unvollständig, oder er wird nicht mehr verwendet.',
    advice: 'Bitten Sie die Person, die ihn Ihnen geschickt hat, um einen neuen.',
  },
  explained: {
    title: 'Zugriff verweigert',
    message: 'Dieser Freigabelink ist nicht mehr aktiv.',
    details: {
      expired: 'Er war befristet, und die Frist ist vorbei.',
      exhausted: 'Ihn haben so viele Personen geöffnet, wie vorgesehen waren.',
      revoked: 'Die Person, die ihn geteilt hat, hat ihn gelöscht.',
      'not-shown': 'Was er gezeigt hat, gibt es nicht mehr, oder es wird nicht mehr geteilt.',
    },
  },
  closed: {
    scheduled: {
      title: 'Dieser Link ist noch nicht offen',
      message: 'Die Person, die ihn mit Ihnen geteilt hat, hat einen späteren Beginn gewählt.',
      advice: 'Kommen Sie dann wieder. Die Adresse bleibt dieselbe.',
    },
    paused: {
      title: 'Dieser Link ist angehalten',
      message:
        'Die Person, der er gehört, hat ihn angehalten. Bis sie ihn fortsetzt, ist hier nichts zu sehen.',
      advice: 'Versuchen Sie es später noch einmal. Die Adresse bleibt dieselbe.',
    },
    'site-paused': {
      title: 'Freigaben sind angehalten',
      message: 'Auf dieser Website sind zurzeit alle Freigabelinks angehalten, auch dieser.',
      advice: 'Versuchen Sie es später noch einmal. Die Adresse bleibt dieselbe.',
    },
    suspended: {
      title: 'Dieser Link ist zurzeit geschlossen',
      message: 'Vielleicht öffnet er sich unter derselben Adresse wieder.',
      advice: 'Fragen Sie die Person, die ihn Ihnen geschickt hat.',
    },
  },
  opens: 'Er öffnet sich am',
  password: {
    title: 'Diese Seite braucht ein Passwort',
    reason:
      'Die Person, die sie mit Ihnen geteilt hat, hat sie geschützt. Sie kann Ihnen das Passwort nennen.',
    label: 'Passwort',
    submit: 'Seite öffnen',
    wrong: 'Dieses Passwort stimmt nicht. Prüfen Sie es und versuchen Sie es noch einmal.',
    inFrame: {
      note: 'Manche Browser merken sich das Passwort nicht, wenn die Seite in eine andere Website eingebettet ist.',
      open: 'In eigenem Tab öffnen',
    },
  },
  asking: {
    title: 'Eine Seite wurde mit Ihnen geteilt',
    reason:
      'Dieser Link öffnet sich für eine begrenzte Zahl von Besuchern. Sobald Sie die Seite öffnen, zählen Sie dazu.',
    submit: 'Seite öffnen',
  },
  stub: {
    title: 'Eine Seite wurde mit Ihnen geteilt',
    note: 'Öffnen Sie den Link in einem Browser, um sie zu sehen.',
  },
  limited: {
    title: 'Zu viele Versuche',
    reason:
      'Zum Schutz geteilter Seiten sind je Netzwerk und je Link nur so viele Versuche möglich.',
    advice: (seconds: number) =>
      seconds > 60
        ? `Versuchen Sie es in ${Math.ceil(seconds / 60)} Minuten noch einmal.`
        : `Versuchen Sie es in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`} noch einmal.`,
  },
  failure: {
    title: 'Etwas ist schiefgegangen',
    reason: 'Diese Seite kann gerade nicht gezeigt werden. Es liegt weder an Ihnen noch am Link.',
    advice: 'Versuchen Sie es in ein paar Minuten noch einmal.',
  },
  stopped: {
    title: 'Diese Seite wurde nicht geöffnet',
    reason: 'Die Website nimmt diese Anfrage nicht an. Über den Link sagt das nichts.',
    advice:
      'Öffnen Sie den Link später noch einmal, oder fragen Sie die Person, die ihn Ihnen geschickt hat.',
  },
  fileTypes: {
    pdf: 'PDF-Dokument',
    word: 'Word-Dokument',
    excel: 'Excel-Tabelle',
    powerpoint: 'PowerPoint-Präsentation',
    opentext: 'Textdokument',
    spreadsheet: 'Tabelle',
    presentation: 'Präsentation',
    csv: 'CSV-Tabelle',
    text: 'Reiner Text',
    markdown: 'Markdown-Text',
    json: 'JSON-Daten',
    xml: 'XML-Daten',
    html: 'Webseite',
    calendar: 'Kalendereintrag',
    zip: 'ZIP-Archiv',
    archive: 'Archiv',
    image: (kind) => `${kind}-Bild`,
    video: (kind) => `${kind}-Video`,
    audio: (kind) => `${kind}-Audio`,
    other: (kind) => `${kind}-Datei`,
    unknown: 'Datei',
  },
};
