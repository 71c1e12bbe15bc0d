import { bold, bullets, code, heading, link, mono, paragraph, steps } from '../../blocks';
import type { PageSeed } from '../page-seed';

const handbook: PageSeed = {
  key: 'handbook',
  createdBy: 'editor',
  en: (pictures) => ({
    title: 'Client handbook',
    slug: 'client-handbook',
    intro:
      'Everything a new client asks in the first month, in the order in which it is asked.\n\n- [Getting started](/getting-started)\n- [Our accessibility promise](/accessibility)',
    body: [
      paragraph('The handbook is written by the people who use it. Found a gap? Tell your team.'),
    ],
    sections: [
      {
        __component: 'sections.hero',
        heading: 'Welcome on board',
        lead: 'Twenty minutes of reading save two hours of meetings.',
        picture: pictures.harbour.id,
      },
    ],
  }),
  fr: (pictures) => ({
    title: 'Guide du client',
    slug: 'guide-du-client',
    intro:
      'Tout ce qu’un nouveau client demande le premier mois, dans l’ordre où il le demande.\n\n- [Premiers pas](/premiers-pas)\n- [Notre engagement d’accessibilité](/accessibilite)',
    body: [
      paragraph(
        'Ce guide est écrit par celles et ceux qui s’en servent. Il manque quelque chose ? Dites-le à votre équipe.'
      ),
    ],
    sections: [
      {
        __component: 'sections.hero',
        heading: 'Bienvenue à bord',
        lead: 'Vingt minutes de lecture évitent deux heures de réunion.',
        picture: pictures.harbour.id,
      },
    ],
  }),
};

const gettingStarted: PageSeed = {
  key: 'getting-started',
  parent: 'handbook',
  createdBy: 'editor',
  en: () => ({
    title: 'Getting started',
    slug: 'getting-started',
    intro: 'Your first week with us, and what we need from you.',
    body: [
      steps(
        ['Name one person who may ', bold('decide'), '. Not a committee.'],
        'Send us the three documents you are least proud of.',
        ['Open the door: an account on your test system before ', bold('Wednesday'), '.']
      ),
      heading(3, 'Our side'),
      bullets(
        'A shared channel, answered within four working hours',
        'A link to your project page, no account needed',
        'The date of the first demo'
      ),
    ],
    sections: [
      {
        __component: 'sections.feature-list',
        heading: 'In your welcome parcel',
        features: [
          { title: 'Contract summary', description: 'One page, in words.' },
          { title: 'Team sheet', description: 'Names, faces and telephone numbers.' },
          { title: 'A bun', description: 'From the bakery downstairs. Eat it the same day.' },
        ],
      },
    ],
  }),
  fr: () => ({
    title: 'Premiers pas',
    slug: 'premiers-pas',
    intro: 'Votre première semaine avec nous, et ce dont nous avons besoin.',
    body: [
      steps(
        ['Désignez une personne qui peut ', bold('décider'), '. Pas un comité.'],
        'Envoyez-nous les trois documents dont vous êtes le moins fiers.',
        ['Ouvrez la porte : un compte sur votre système de test avant ', bold('mercredi'), '.']
      ),
      heading(3, 'De notre côté'),
      bullets(
        'Un canal partagé, avec une réponse sous quatre heures ouvrées',
        'Un lien vers la page de votre projet, sans compte à créer',
        'La date de la première démonstration'
      ),
    ],
    sections: [
      {
        __component: 'sections.feature-list',
        heading: 'Dans votre colis de bienvenue',
        features: [
          { title: 'Résumé du contrat', description: 'Une page, en toutes lettres.' },
          { title: 'Fiche d’équipe', description: 'Noms, visages et numéros de téléphone.' },
          {
            title: 'Une brioche',
            description: 'De la boulangerie du rez-de-chaussée. À manger le jour même.',
          },
        ],
      },
    ],
  }),
};

const statusReport: PageSeed = {
  key: 'status-report',
  parent: 'getting-started',
  createdBy: 'author',
  en: () => ({
    title: 'Reading your status report',
    slug: 'reading-your-status-report',
    intro: 'Two pages, every second Friday. The second one is where the truth is.',
    body: [
      bullets(
        [bold('On track'), ' means that we would bet our own money on the date.'],
        [bold('At risk'), ' means that you should ask, today.'],
        [bold('Blocked'), ' means that it is somebody’s turn, and the name is beside it.']
      ),
      paragraph('The same figures are in the attached table, for your own sums:'),
      code('group;task;state;due\nThe bill;Pay by instalments;blocked;2026-09-04'),
    ],
  }),
  fr: () => ({
    title: 'Lire votre rapport d’avancement',
    slug: 'lire-votre-rapport-d-avancement',
    intro: 'Deux pages, un vendredi sur deux. La vérité se trouve sur la seconde.',
    body: [
      bullets(
        [bold('Dans les temps'), ' : nous parierions notre propre argent sur la date.'],
        [bold('À risque'), ' : c’est le moment de demander, aujourd’hui.'],
        [bold('Bloqué'), ' : c’est à quelqu’un d’agir, et son nom est écrit à côté.']
      ),
      paragraph('Les mêmes chiffres sont dans le tableau joint, pour vos propres calculs :'),
      code('groupe;tâche;état;échéance\nLa facture;Payer en plusieurs fois;bloqué;2026-09-04'),
    ],
  }),
};

const whoToCall: PageSeed = {
  key: 'who-to-call',
  parent: 'getting-started',
  createdBy: 'editor',
  en: () => ({
    title: 'Who to call',
    slug: 'who-to-call',
    intro: 'One number by day, one by night. Both are answered by somebody who can help.',
    body: [
      bullets(
        ['By day, 8 to 16: ', mono('+47 55 00 00 11')],
        ['By night, when something is down: ', mono('+47 55 00 00 12')],
        ['Everything else: ', link('mailto:hello@nordlys.example', 'hello@nordlys.example')]
      ),
    ],
  }),
};

const accessibility: PageSeed = {
  key: 'accessibility',
  parent: 'handbook',
  createdBy: 'admin',
  en: (pictures) => ({
    title: 'Our accessibility promise',
    slug: 'accessibility',
    intro: 'What we build works for people who see, hear, move or read differently. Every release.',
    body: [
      heading(2, 'How we keep it'),
      bullets(
        'WCAG 2.2 AA is part of “done”, not a phase',
        'Every demo starts with the keyboard',
        'Once a quarter somebody from outside tests, and is paid for it'
      ),
    ],
    sections: [
      {
        __component: 'sections.gallery',
        heading: 'Contrast, as nature does it',
        pictures: [pictures.plateau.id, pictures.archipelago.id],
      },
      {
        __component: 'sections.call-to-action',
        heading: 'Something in the way?',
        text: 'Tell us what you could not do. We answer within two days.',
        buttonLabel: 'Report a barrier',
        buttonUrl: 'mailto:access@nordlys.example',
      },
    ],
  }),
  fr: (pictures) => ({
    title: 'Notre engagement d’accessibilité',
    slug: 'accessibilite',
    intro:
      'Ce que nous construisons fonctionne pour celles et ceux qui voient, entendent, bougent ou lisent autrement. À chaque version.',
    body: [
      heading(2, 'Comment nous le tenons'),
      bullets(
        'WCAG 2.2 AA fait partie de « terminé », ce n’est pas une phase',
        'Chaque démonstration commence au clavier',
        'Une fois par trimestre, quelqu’un de l’extérieur teste, et il est payé pour cela'
      ),
    ],
    sections: [
      {
        __component: 'sections.gallery',
        heading: 'Le contraste, selon la nature',
        pictures: [pictures.plateau.id, pictures.archipelago.id],
      },
      {
        __component: 'sections.call-to-action',
        heading: 'Un obstacle sur votre chemin ?',
        text: 'Dites-nous ce que vous n’avez pas pu faire. Nous répondons sous deux jours.',
        buttonLabel: 'Signaler un obstacle',
        buttonUrl: 'mailto:access@nordlys.example',
      },
    ],
  }),
};

export const handbookPages = [handbook, gettingStarted, statusReport, whoToCall, accessibility];
