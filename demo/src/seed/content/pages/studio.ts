import { bold, bullets, heading, image, italic, link, paragraph, quote, steps } from '../../blocks';
import type { PageSeed } from '../page-seed';

const studio: PageSeed = {
  key: 'studio',
  createdBy: 'admin',
  en: (pictures) => ({
    title: 'The studio',
    slug: 'the-studio',
    intro:
      'Nordlys Studio is **eleven people** above a bakery in Bergen. We build digital services with companies that keep lights on, ferries moving and clinics calm.',
    body: [
      paragraph(
        'We started in 2014 with two desks and one customer. We are still small, ',
        bold('on purpose'),
        ': everybody who talks to you also builds.'
      ),
      image(pictures.studio),
      heading(2, 'What you can expect'),
      bullets(
        'Something to try in the first fortnight',
        'Bad news on the day we learn of it',
        'A handover that starts in the first week'
      ),
    ],
    sections: [
      {
        __component: 'sections.hero',
        heading: 'Small on purpose',
        lead: 'Eleven people, four projects at a time, no account managers.',
        picture: pictures.archipelago.id,
      },
      {
        __component: 'sections.quote',
        text: 'They were the first who asked what happens after they leave.',
        person: 'Ingrid Sand',
        role: 'Product owner, Lumen Energy',
      },
      {
        __component: 'sections.gallery',
        heading: 'From our walks to work',
        pictures: [pictures.harbour.id, pictures.archipelago.id, pictures.plateau.id],
      },
    ],
  }),
  fr: (pictures) => ({
    title: 'Le studio',
    slug: 'le-studio',
    intro:
      'Nordlys Studio, ce sont **onze personnes** au-dessus d’une boulangerie à Bergen. Nous concevons des services numériques avec des entreprises qui éclairent les maisons, font naviguer les ferries et apaisent les cliniques.',
    body: [
      paragraph(
        'Nous avons commencé en 2014 avec deux bureaux et un client. Nous sommes restés petits, ',
        bold('par choix'),
        ' : ceux qui vous parlent sont aussi ceux qui construisent.'
      ),
      image(pictures.studio),
      heading(2, 'Ce que vous pouvez attendre'),
      bullets(
        'Quelque chose à essayer dans les deux premières semaines',
        'Les mauvaises nouvelles, le jour même',
        'Une passation qui commence dès la première semaine'
      ),
    ],
    sections: [
      {
        __component: 'sections.hero',
        heading: 'Petits par choix',
        lead: 'Onze personnes, quatre projets à la fois, aucun intermédiaire.',
        picture: pictures.archipelago.id,
      },
      {
        __component: 'sections.quote',
        text: 'Ils ont été les premiers à demander ce qui se passerait après leur départ.',
        person: 'Ingrid Sand',
        role: 'Responsable produit, Lumen Energy',
      },
      {
        __component: 'sections.gallery',
        heading: 'Sur le chemin du bureau',
        pictures: [pictures.harbour.id, pictures.archipelago.id, pictures.plateau.id],
      },
    ],
  }),
};

const howWeWork: PageSeed = {
  key: 'how-we-work',
  parent: 'studio',
  createdBy: 'editor',
  en: () => ({
    title: 'How we work',
    slug: 'how-we-work',
    intro: 'Three steps, each with an end. After every one of them **you may stop**.',
    body: [
      steps(
        [bold('Discovery week'), ' — what is the problem, and whose is it?'],
        [bold('Proof of concept'), ' — four weeks on the riskiest part'],
        [bold('Delivery and handover'), ' — built to be left alone']
      ),
      quote('Stopping early is a result. Two of our best projects ended after five days.'),
    ],
    sections: [
      {
        __component: 'sections.feature-list',
        heading: 'What never changes',
        features: [
          {
            title: 'One backlog',
            description: 'Yours. We write in it, you decide its order.',
          },
          {
            title: 'A demo every second Thursday',
            description: 'With real data, recorded, thirty minutes at most.',
          },
          {
            title: 'Prices you can plan with',
            description: 'A fixed price for each step, agreed before it starts.',
          },
        ],
      },
    ],
  }),
  fr: () => ({
    title: 'Notre façon de travailler',
    slug: 'notre-facon-de-travailler',
    intro: 'Trois étapes, chacune avec une fin. Après chacune, **vous pouvez vous arrêter**.',
    body: [
      steps(
        [bold('La semaine de découverte'), ' — quel est le problème, et à qui appartient-il ?'],
        [bold('La preuve de concept'), ' — quatre semaines sur la partie la plus risquée'],
        [bold('La livraison et la passation'), ' — construit pour vivre sans nous']
      ),
      quote(
        'S’arrêter tôt est un résultat. Deux de nos meilleurs projets ont pris fin au bout de cinq jours.'
      ),
    ],
    sections: [
      {
        __component: 'sections.feature-list',
        heading: 'Ce qui ne change jamais',
        features: [
          {
            title: 'Un seul carnet de produit',
            description: 'Le vôtre. Nous y écrivons, vous en décidez l’ordre.',
          },
          {
            title: 'Une démonstration un jeudi sur deux',
            description: 'Avec de vraies données, enregistrée, trente minutes au plus.',
          },
          {
            title: 'Des prix prévisibles',
            description: 'Un prix fixe par étape, convenu avant de commencer.',
          },
        ],
      },
    ],
  }),
};

const discoveryWeek: PageSeed = {
  key: 'discovery-week',
  parent: 'how-we-work',
  createdBy: 'author',
  en: (pictures) => ({
    title: 'Discovery week',
    slug: 'discovery-week',
    intro: 'Five days, two of us, your people. On Friday you know whether there is a project.',
    body: [
      heading(2, 'Day by day'),
      steps(
        'Monday: listen. Six conversations, no slides.',
        'Tuesday: watch. We go where the work is done.',
        'Wednesday: draw. One map of the service as it is.',
        'Thursday: doubt. The ten assumptions that could sink it.',
        'Friday: decide. Stop, wait, or four weeks on the riskiest of them.'
      ),
      paragraph('Bring ', italic('the person who gets the angry calls'), '. Always.'),
    ],
    sections: [
      {
        __component: 'sections.gallery',
        heading: 'A wall on Wednesday',
        pictures: [pictures.workshop.id],
      },
    ],
  }),
  fr: (pictures) => ({
    title: 'La semaine de découverte',
    slug: 'la-semaine-de-decouverte',
    intro:
      'Cinq jours, deux d’entre nous, vos équipes. Le vendredi, vous savez s’il y a un projet.',
    body: [
      heading(2, 'Jour après jour'),
      steps(
        'Lundi : écouter. Six conversations, aucune diapositive.',
        'Mardi : observer. Nous allons là où le travail se fait.',
        'Mercredi : dessiner. Une carte du service tel qu’il est.',
        'Jeudi : douter. Les dix hypothèses qui pourraient tout faire échouer.',
        'Vendredi : décider. Arrêter, attendre, ou quatre semaines sur la plus risquée.'
      ),
      paragraph('Amenez ', italic('la personne qui reçoit les appels en colère'), '. Toujours.'),
    ],
    sections: [
      {
        __component: 'sections.gallery',
        heading: 'Un mur, le mercredi',
        pictures: [pictures.workshop.id],
      },
    ],
  }),
};

const proofOfConcept: PageSeed = {
  key: 'proof-of-concept',
  parent: 'how-we-work',
  createdBy: 'editor',
  en: () => ({
    title: 'Proof of concept in four weeks',
    slug: 'proof-of-concept-in-four-weeks',
    intro: 'We build the part that is most likely to fail, with real people and real data.',
    body: [
      heading(2, 'What it is not'),
      bullets(
        'It is not a prototype to click through',
        'It is not the first version of the product',
        'It is not free of consequences: at the end, somebody decides'
      ),
      paragraph(
        'A good example is ',
        link('https://harbourline.example', 'ticketless boarding for Harbour Line'),
        ', where the question was two seconds long.'
      ),
    ],
  }),
  fr: () => ({
    title: 'Une preuve de concept en quatre semaines',
    slug: 'une-preuve-de-concept-en-quatre-semaines',
    intro:
      'Nous construisons la partie qui a le plus de chances d’échouer, avec de vraies personnes et de vraies données.',
    body: [
      heading(2, 'Ce qu’elle n’est pas'),
      bullets(
        'Ce n’est pas une maquette cliquable',
        'Ce n’est pas la première version du produit',
        'Elle n’est pas sans conséquence : à la fin, quelqu’un décide'
      ),
      paragraph(
        'Un bon exemple est ',
        link('https://harbourline.example', 'l’embarquement sans billet de Harbour Line'),
        ', où la question durait deux secondes.'
      ),
    ],
  }),
};

const handover: PageSeed = {
  key: 'handover',
  parent: 'how-we-work',
  createdBy: 'author',
  en: () => ({
    title: 'Handover',
    slug: 'handover',
    intro: 'The day we leave is in the plan from the start. So is the month after it.',
    body: [
      steps(
        'Your people do the last two releases, we watch',
        'The handbook is printed, because the network will be down when you need it',
        'One month on call, at no charge'
      ),
    ],
  }),
};

const people: PageSeed = {
  key: 'people',
  parent: 'studio',
  createdBy: 'author',
  en: () => ({
    title: 'The people',
    slug: 'the-people',
    intro: 'Designers who code, developers who draw, and *one* person who is good with numbers.',
    body: [
      bullets(
        [bold('Ada'), ', founder — asks the question nobody wants to ask'],
        [bold('Edith'), ', delivery lead — has never missed a Thursday'],
        [bold('Arthur'), ', developer and writer — reads tariffs for fun'],
        [bold('Rita'), ', researcher — knows what people do, not only what they say']
      ),
    ],
    sections: [
      {
        __component: 'sections.call-to-action',
        heading: 'Number twelve?',
        text: 'We hire one person a year. Write to us, even if it is not September.',
        buttonLabel: 'Write to Ada',
        buttonUrl: 'mailto:ada@nordlys.example',
      },
    ],
  }),
  fr: () => ({
    title: 'L’équipe',
    slug: 'l-equipe',
    intro:
      'Des designers qui codent, des développeurs qui dessinent, et *une* personne douée pour les chiffres.',
    body: [
      bullets(
        [bold('Ada'), ', fondatrice — pose la question que personne ne veut poser'],
        [bold('Edith'), ', responsable de livraison — n’a jamais manqué un jeudi'],
        [bold('Arthur'), ', développeur et rédacteur — lit des grilles tarifaires par plaisir'],
        [bold('Rita'), ', chercheuse — sait ce que les gens font, pas seulement ce qu’ils disent']
      ),
    ],
    sections: [
      {
        __component: 'sections.call-to-action',
        heading: 'Le numéro douze ?',
        text: 'Nous recrutons une personne par an. Écrivez-nous, même si ce n’est pas septembre.',
        buttonLabel: 'Écrire à Ada',
        buttonUrl: 'mailto:ada@nordlys.example',
      },
    ],
  }),
};

export const studioPages = [studio, howWeWork, discoveryWeek, proofOfConcept, handover, people];
