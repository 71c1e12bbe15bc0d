import type { Texts } from '../en/page';

export const page: Texts = {
  lang: 'fr',
  skip: 'Aller au contenu',
  draft: 'Brouillon',
  draftNote: 'Ceci est un brouillon. Il peut encore changer.',
  frozen: 'Version figée',
  frozenNote: (date) => `Voici l’état au ${date}.`,
  published: (date) => `Publié le ${date}`,
  updated: (date) => `Mis à jour le ${date}`,
  untitled: 'Sans titre',
  facts: 'En bref',
  empty: 'Rien à afficher pour l’instant',
  emptyNote: 'Cette page ne contient encore rien.',
  broken: 'Cette partie ne peut pas être affichée.',
  tooDeep: 'La suite est imbriquée trop profondément pour être affichée ici.',
  cut: 'Ce texte est trop long pour être affiché en entier.',
  cutList: (shown) =>
    shown === 1
      ? 'Il y en a d’autres ; seul le premier est affiché.'
      : `Il y en a d’autres ; seuls les ${shown} premiers sont affichés.`,
  progress: (done, total) => `${done} sur ${total} ${done > 1 ? 'terminés' : 'terminé'}`,
  share: (done, total) => `${done} sur ${total}`,
  more: 'Afficher la suite',
  yes: 'Oui',
  no: 'Non',
  table: 'Tableau',
  viewImage: (name) => `Voir l’image : ${name}`,
  video: 'Vidéo',
  audio: 'Audio',
  download: 'Télécharger',
  moreFiles: 'Autres fichiers de cette page',
  downloadAll: 'Télécharger tous les fichiers',
  downloadsOff: 'Les téléchargements sont désactivés pour ce lien.',
  files: (count) => (count === 1 ? '1 fichier' : `${count} fichiers`),
  missing: {
    name: 'Fichiers manquants.txt',
    intro: 'Ces fichiers n’ont pas pu être ajoutés à l’archive :',
  },
  pages: 'Pages',
  breadcrumb: 'Fil d’Ariane',
  pager: 'Page précédente et page suivante',
  previous: 'Précédent',
  next: 'Suivant',
  contents: 'Sur cette page',
  languages: 'Langues',
  footer:
    'Partagé avec vous par un lien. Toute personne qui possède ce lien peut ouvrir cette page.',
  refusal: {
    title: 'Lien public non valide ou expiré',
    reason:
      'Rien ne peut être affiché à cette adresse. Le lien est peut-être incomplet, ou il n’est plus utilisé.',
    advice: 'Demandez-en un nouveau à la personne qui vous l’a envoyé.',
  },
  explained: {
    title: 'Accès refusé',
    message: 'Ce lien de partage n’est plus actif.',
    details: {
      expired: 'Il avait une date de fin, qui est passée.',
      exhausted: 'Il a été ouvert par autant de personnes que prévu.',
      revoked: 'La personne qui l’a partagé l’a supprimé.',
      'not-shown': 'Ce qu’il montrait n’existe plus ou n’est plus partagé.',
    },
  },
  closed: {
    scheduled: {
      title: 'Ce lien n’est pas encore ouvert',
      message: 'La personne qui l’a partagé avec vous a choisi une date de début plus tardive.',
      advice: 'Revenez à ce moment-là. L’adresse reste la même.',
    },
    paused: {
      title: 'Ce lien est en pause',
      message:
        'La personne à qui il appartient l’a mis en pause. Rien n’est visible ici tant qu’elle ne l’a pas réactivé.',
      advice: 'Réessayez plus tard. L’adresse reste la même.',
    },
    'site-paused': {
      title: 'Les partages sont en pause',
      message: 'Tous les liens de partage de ce site sont en pause pour le moment, celui-ci aussi.',
      advice: 'Réessayez plus tard. L’adresse reste la même.',
    },
    suspended: {
      title: 'Ce lien est fermé pour le moment',
      message: 'Il est possible qu’il s’ouvre de nouveau à la même adresse.',
      advice: 'Demandez à la personne qui vous l’a envoyé.',
    },
  },
  opens: 'Il s’ouvrira le',
  password: {
    title: 'Cette page demande un mot de passe',
    reason:
      'La personne qui l’a partagée avec vous l’a protégée. Elle peut vous donner le mot de passe.',
    label: 'Mot de passe',
    submit: 'Ouvrir la page',
    wrong: 'Ce mot de passe n’est pas le bon. Vérifiez-le et réessayez.',
    inFrame: {
      note: 'Certains navigateurs ne laissent pas une page placée dans un autre site retenir le mot de passe.',
      open: 'L’ouvrir dans son propre onglet',
    },
  },
  asking: {
    title: 'Une page a été partagée avec vous',
    reason:
      'Ce lien s’ouvre pour un nombre limité de visiteurs. Dès que vous ouvrez la page, vous comptez parmi eux.',
    submit: 'Ouvrir la page',
  },
  stub: {
    title: 'Une page a été partagée avec vous',
    note: 'Ouvrez le lien dans un navigateur pour la voir.',
  },
  limited: {
    title: 'Trop de tentatives',
    reason:
      'Pour protéger les pages partagées, le nombre de tentatives est limité par réseau et par lien.',
    advice: (seconds: number) =>
      seconds > 60
        ? `Réessayez dans ${Math.ceil(seconds / 60)} minutes.`
        : `Réessayez dans ${seconds === 1 ? 'une seconde' : `${seconds} secondes`}.`,
  },
  failure: {
    title: 'Un problème est survenu',
    reason:
      'Cette page ne peut pas être affichée pour le moment. Ni vous ni le lien n’y êtes pour rien.',
    advice: 'Réessayez dans quelques minutes.',
  },
  stopped: {
    title: 'La page ne s’est pas ouverte',
    reason: 'Le site n’accepte pas cette requête. Cela ne dit rien du lien.',
    advice: 'Rouvrez le lien plus tard, ou demandez à la personne qui vous l’a envoyé.',
  },
  fileTypes: {
    pdf: 'Document PDF',
    word: 'Document Word',
    excel: 'Feuille de calcul Excel',
    powerpoint: 'Présentation PowerPoint',
    opentext: 'Document texte',
    spreadsheet: 'Feuille de calcul',
    presentation: 'Présentation',
    csv: 'Tableau CSV',
    text: 'Texte brut',
    markdown: 'Texte Markdown',
    json: 'Données JSON',
    xml: 'Données XML',
    html: 'Page web',
    calendar: 'Événement de calendrier',
    zip: 'Archive ZIP',
    archive: 'Archive',
    image: (kind) => `Image ${kind}`,
    video: (kind) => `Vidéo ${kind}`,
    audio: (kind) => `Audio ${kind}`,
    other: (kind) => `Fichier ${kind}`,
    unknown: 'Fichier',
  },
};
