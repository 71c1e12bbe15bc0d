import type { SeedContext } from './context';
import { writtenBy } from './context';
import type { Pictures } from './content/page-seed';
import { projectBySlug } from './projects';
import type { Section } from './sections';

const UID = 'api::homepage.homepage';

interface HomepageText {
  title: string;
  welcome: string;
  sections: Section[];
}

const english = (pictures: Pictures): HomepageText => ({
  title: 'Nordlys Studio',
  welcome:
    'We build digital services with companies that keep lights on, ferries moving and clinics calm.\n\n**Have a look at what we are working on** — every project has a page that its people share with whom they like.',
  sections: [
    {
      __component: 'sections.hero',
      heading: 'Light in long nights',
      lead: 'A small consultancy in Bergen, eleven people, since 2014.',
      picture: pictures.plateau.id,
    },
    {
      __component: 'sections.feature-list',
      heading: 'Three steps, three ends',
      features: [
        { title: 'Discovery week', description: 'Five days to know whether there is a project.' },
        { title: 'Proof of concept', description: 'Four weeks on the part most likely to fail.' },
        { title: 'Delivery and handover', description: 'Built to be left alone.' },
      ],
    },
    {
      __component: 'sections.call-to-action',
      heading: 'Coffee?',
      text: 'The bakery downstairs opens at seven, we open at eight.',
      buttonLabel: 'Say hello',
      buttonUrl: 'mailto:hello@nordlys.example',
    },
  ],
});

const french = (pictures: Pictures): HomepageText => ({
  title: 'Nordlys Studio',
  welcome:
    'Nous concevons des services numériques avec des entreprises qui éclairent les maisons, font naviguer les ferries et apaisent les cliniques.\n\n**Découvrez nos travaux en cours** : chaque projet a une page que son équipe partage avec qui elle veut.',
  sections: [
    {
      __component: 'sections.hero',
      heading: 'De la lumière dans les longues nuits',
      lead: 'Un petit cabinet de conseil à Bergen, onze personnes, depuis 2014.',
      picture: pictures.plateau.id,
    },
    {
      __component: 'sections.feature-list',
      heading: 'Trois étapes, trois fins',
      features: [
        {
          title: 'La semaine de découverte',
          description: 'Cinq jours pour savoir s’il y a un projet.',
        },
        {
          title: 'La preuve de concept',
          description: 'Quatre semaines sur la partie la plus susceptible d’échouer.',
        },
        { title: 'La livraison et la passation', description: 'Construit pour vivre sans nous.' },
      ],
    },
    {
      __component: 'sections.call-to-action',
      heading: 'Un café ?',
      text: 'La boulangerie du rez-de-chaussée ouvre à sept heures, nous à huit.',
      buttonLabel: 'Dire bonjour',
      buttonUrl: 'mailto:hello@nordlys.example',
    },
  ],
});

export const seedHomepage = async (context: SeedContext, pictures: Pictures): Promise<void> => {
  const { strapi, people } = context;
  const featuredProjects = await Promise.all(
    ['lumen-energy-customer-portal', 'audio-guide-sorvik-maritime-museum'].map((slug) =>
      projectBySlug(context, slug)
    )
  );
  const data = (text: HomepageText): Record<string, unknown> => ({
    ...text,
    featuredProjects,
    ...writtenBy(people.admin),
  });
  const { documentId } = await strapi.documents(UID).create({
    locale: 'en',
    data: data(english(pictures)),
    status: 'published',
  });
  await strapi.documents(UID).update({
    documentId,
    locale: 'fr',
    data: data(french(pictures)),
    status: 'published',
  });
};
