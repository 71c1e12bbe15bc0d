import type { SeedContext } from './context';
import { writtenBy } from './context';
import { darkColor, logo, photo, sketch } from './files/art';
import { pdf } from './files/paper';
import { csv } from './files/sheet';
import type { NewFile } from './files/upload';
import { projectBySlug } from './projects';
import type { Colleague } from './users';

const UID = 'api::document.document';

interface DocumentSeed {
  title: string;
  category: 'contract' | 'report' | 'design' | 'data';
  description: string;
  /** Slug of the project it belongs to. */
  project?: string;
  createdBy: Colleague;
  files: () => Promise<NewFile[]>;
}

const lumenContract: DocumentSeed = {
  title: 'Lumen Energy: the contract in words',
  category: 'contract',
  description: 'What was agreed, on one page and in words; the signed contract prevails.',
  project: 'lumen-energy-customer-portal',
  createdBy: 'editor',
  files: async () => [
    {
      name: 'lumen-contract-summary.pdf',
      caption: 'Summary, one page',
      content: await pdf(
        {
          title: 'The contract in words',
          subtitle: 'Lumen Energy and Nordlys Studio, 2026',
          color: darkColor('aurora'),
        },
        [
          [
            {
              heading: 'What we do',
              paragraphs: [
                'Nordlys Studio designs and builds the customer portal, in four stages. Lumen Energy may end the contract after each of them with two weeks’ notice.',
              ],
            },
            {
              heading: 'What it costs',
              table: [
                ['Stage', 'Until', 'Days'],
                ['Discovery', '27 February', '14'],
                ['Proof of concept', '10 April', '38.5'],
                ['Delivery', '18 September', '140'],
                ['Handover', '30 October', '20'],
              ],
            },
            {
              heading: 'What else was agreed',
              bullets: [
                'All source code belongs to Lumen Energy from the day it is paid for',
                'Personal data stays within the EEA',
                'Both sides answer questions within two working days',
                'Disputes are first discussed over lunch',
              ],
            },
          ],
        ]
      ),
    },
    {
      name: 'lumen-rate-card.csv',
      caption: 'Rates for changes of scope',
      content: csv(
        ['Role', 'Per hour (NOK)', 'Valid until'],
        [
          ['Designer', 1450, '2026-12-31'],
          ['Developer', 1480, '2026-12-31'],
          ['Researcher', 1390, '2026-12-31'],
        ]
      ),
    },
  ],
};

const harbourResults: DocumentSeed = {
  title: 'Harbour Line: results of the trial runs',
  category: 'data',
  description: 'Check-ins of two weeks on MS Terne, counted by day and by route.',
  project: 'ticketless-boarding-harbour-line',
  createdBy: 'author',
  files: async () => [
    {
      name: 'check-ins-by-day.csv',
      caption: 'Check-ins by day',
      content: csv(
        ['Date', 'Passengers', 'Checked in', 'Median seconds'],
        Array.from({ length: 12 }, (_, day) => [
          `2026-06-${String(day + 15).padStart(2, '0')}`,
          560 + ((day * 37) % 90),
          430 + ((day * 53) % 110),
          (1.3 + ((day * 7) % 5) / 10).toFixed(1),
        ])
      ),
    },
    {
      name: 'check-ins-by-route.csv',
      caption: 'Check-ins by route',
      content: csv(
        ['Route', 'From', 'To', 'Checked in'],
        [
          [1, 'Strandkaien', 'Fjellstrand', 3120],
          [2, 'Strandkaien', 'Askholmen', 2265],
          [3, 'Fjellstrand', 'Lille "Ro", ytre', 1090],
        ]
      ),
    },
    {
      name: 'method.pdf',
      caption: 'How we counted',
      content: await pdf(
        { title: 'How we counted', subtitle: 'Trial runs on MS Terne', color: darkColor('fjord') },
        [
          [
            {
              heading: 'Method',
              paragraphs: [
                'A passenger counts as checked in when the validator has answered before the gangway is raised. Double check-ins within ninety seconds count once.',
              ],
            },
            {
              heading: 'What is missing',
              bullets: [
                'Two departures without network log',
                'Children under six, who travel free',
              ],
            },
          ],
        ]
      ),
    },
  ],
};

const museumDesign: DocumentSeed = {
  title: 'Sørvik Maritime Museum: design parcel',
  category: 'design',
  description: 'Mark, screens and pictures for signs and tickets.',
  project: 'audio-guide-sorvik-maritime-museum',
  createdBy: 'author',
  files: async () => [
    {
      name: 'museum-mark.png',
      alternativeText: 'The museum’s mark: two sails',
      caption: 'Mark, 400 × 400',
      content: await logo('dawn', 2),
    },
    {
      name: 'guide-screen.png',
      alternativeText: 'Sketch of the guide’s first screen',
      caption: 'First screen',
      content: await sketch('dawn'),
    },
    {
      name: 'poster-summer.jpg',
      alternativeText: 'Hills by the sea in warm morning light',
      caption: 'Poster for the summer season',
      content: await photo('dawn', { width: 1200, height: 800 }, 21),
    },
    {
      name: 'colours.csv',
      caption: 'Colours',
      content: csv(
        ['Name', 'Hex', 'Use'],
        [
          ['Dusk', '#5b3b73', 'Headings'],
          ['Apricot', '#f7b99b', 'Surfaces'],
          ['Paper', '#fff1d6', 'Background'],
        ]
      ),
    },
  ],
};

const houseRules: DocumentSeed = {
  title: 'Studio paper: how we report',
  category: 'report',
  description: 'The template behind every status report, and an empty one to try.',
  createdBy: 'admin',
  files: async () => [
    {
      name: 'how-we-report.pdf',
      caption: 'How we report, two pages',
      content: await pdf(
        { title: 'How we report', subtitle: 'Studio paper no. 4', color: darkColor('sea') },
        [
          [
            {
              heading: 'Three words',
              bullets: [
                'On track: we would bet our own money on the date',
                'At risk: ask us today',
                'Blocked: it is somebody’s turn, and the name is beside it',
              ],
            },
          ],
          [
            {
              heading: 'Rhythm',
              paragraphs: ['Every second Friday before noon, two pages, never three.'],
            },
          ],
        ]
      ),
    },
    {
      name: 'empty-report.csv',
      caption: 'Empty table',
      content: csv(['Group', 'Task', 'State', 'Due', 'Done when'], []),
    },
  ],
};

const writeDocument = async (context: SeedContext, seed: DocumentSeed): Promise<void> => {
  const { strapi, library, people } = context;
  const owner = people[seed.createdBy];
  const files = await Promise.all(
    (await seed.files()).map((file) => library.add(file, 'Documents', owner))
  );
  await strapi.documents(UID).create({
    data: {
      title: seed.title,
      category: seed.category,
      description: seed.description,
      files: files.map(({ id }) => id),
      project: seed.project ? await projectBySlug(context, seed.project) : null,
      ...writtenBy(owner),
    },
  });
};

export const seedDocuments = async (context: SeedContext): Promise<void> => {
  for (const seed of [lumenContract, harbourResults, museumDesign, houseRules]) {
    await writeDocument(context, seed);
  }
};
