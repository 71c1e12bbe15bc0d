import { bullets, heading, paragraph } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## From the net to the plate

A code on the lid of each **Fjord Foods** box tells where the fish was caught, by which boat and how it travelled. Behind it stand 14 producers who keep their own systems.

### Principles

1. Producers type nothing twice
2. A box without a story is a box we do not ship
3. The page loads in a supermarket cellar
`;

export const fjordTraceability: ProjectSeed = {
  title: 'Where is my fish from? for Fjord Foods',
  slug: 'where-is-my-fish-from-fjord-foods',
  phase: 'acceptance',
  summary: 'A code on the lid tells the story of the fish: boat, bay, day and every stop since.',
  description,
  body: [
    heading(2, 'Acceptance'),
    paragraph(
      'All 14 producers deliver. Fjord Foods tests with two supermarkets until the end of May.'
    ),
    bullets(
      '21,000 boxes with a story',
      'Page weight 38 kB, first view in 0.9 seconds on 3G',
      'Three open findings, none of them severe'
    ),
  ],
  startsOn: '2025-11-03',
  endsOn: '2026-05-29',
  kickoffAt: '2025-11-03T09:30:00.000Z',
  standupAt: '09:00:00.000',
  effortDays: 121,
  teamSize: 4,
  onTrack: true,
  contactEmail: 'kvalitet@fjordfoods.example',
  customer: {
    name: 'Fjord Foods',
    website: 'https://fjordfoods.example',
    industry: 'Food',
  },
  objectives: [
    {
      title: 'Every box has a story',
      measure: '100 % of boxes from 14 producers',
      reached: true,
    },
    {
      title: 'People look',
      measure: 'One in fifty boxes is scanned',
      reached: true,
    },
  ],
  taskGroups: [
    {
      title: 'Producers',
      description: 'Fourteen systems, one language.',
      tasks: [
        {
          title: 'Adapter for landing notes',
          state: 'done',
          criteria: 'Reads all four formats in use.',
          dueOn: '2026-01-23',
          assignee: 'editor',
        },
        {
          title: 'Connect 14 producers',
          state: 'done',
          criteria: 'A week without manual correction.',
          dueOn: '2026-04-10',
          assignee: 'admin',
        },
        {
          title: 'Handbook for producer fifteen',
          state: 'in progress',
          criteria: 'A new producer connects in two days without us.',
          dueOn: '2026-05-22',
          assignee: 'author',
        },
      ],
    },
    {
      title: 'The story page',
      description: 'What shoppers see.',
      tasks: [
        {
          title: 'Page under 40 kB',
          state: 'done',
          criteria: 'Measured with an empty cache on 3G.',
          dueOn: '2026-03-13',
          assignee: 'author',
        },
        {
          title: 'Map of the journey',
          state: 'done',
          criteria: 'Drawn as SVG, no map service needed.',
          dueOn: '2026-03-27',
          assignee: 'author',
        },
        {
          title: 'Fix the three findings',
          state: 'in progress',
          criteria: 'Confirmed by the tester who found them.',
          dueOn: '2026-05-22',
          assignee: 'editor',
        },
      ],
    },
  ],
  metadata: { producers: 14, boxes: 21000, gs1: true },
  budget: 870000,
  internalNotes: 'Final invoice after acceptance. Ask for the photo rights.',
  createdBy: 'admin',
  state: 'published',
  coverText: {
    alternativeText: 'Teal waves below a dark sky',
    caption: 'Where most of the boxes begin',
  },
  palette: 'sea',
};
