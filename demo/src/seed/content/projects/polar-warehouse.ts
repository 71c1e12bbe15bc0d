import { bullets, code, heading, mono, paragraph } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## Why

When a picking robot stops in **Polar Logistics**' cold store, it takes eleven minutes until somebody notices. At minus 24 degrees that is long for the battery and longer for the person who has to go in.

## What we want to find out

- Which of the 90 signals a robot sends tell of a stop *before* it happens
- Whether one screen by the gate is enough for a shift of four
- What it costs to run
`;

export const polarWarehouse: ProjectSeed = {
  title: 'Cold store cockpit for Polar Logistics',
  slug: 'cold-store-cockpit-polar-logistics',
  phase: 'discovery',
  summary:
    'One screen by the gate that says which robot needs a hand, before it stops at minus 24 degrees.',
  description,
  body: [
    heading(2, 'First look at the data'),
    paragraph(
      'Polar gave us three weeks of telemetry. The signal ',
      mono('lift.current'),
      ' rises about six minutes before two of three stops.'
    ),
    code('stop within 10 min  <=  lift.current > 14.2 A for 40 s'),
    bullets('Recall 0.66', 'Precision 0.81', 'Not yet tried on a warm day'),
  ],
  startsOn: '2026-08-17',
  endsOn: '2026-09-25',
  kickoffAt: '2026-08-17T07:30:00.000Z',
  standupAt: '07:45:00.000',
  effortDays: 30,
  teamSize: 2,
  onTrack: true,
  contactEmail: 'innovation@polar-logistics.example',
  customer: {
    name: 'Polar Logistics',
    website: 'https://polar-logistics.example',
    industry: 'Logistics',
  },
  objectives: [
    {
      title: 'Stops are noticed early',
      measure: 'From eleven minutes to under two',
      reached: false,
    },
    {
      title: 'Few false alarms',
      measure: 'At most one a shift',
      reached: false,
    },
  ],
  taskGroups: [
    {
      title: 'Understand',
      description: 'A week in thick jackets.',
      tasks: [
        {
          title: 'Follow three shifts',
          state: 'in progress',
          criteria: 'Early, late and night; notes shared the next day.',
          dueOn: '2026-08-28',
          assignee: 'author',
        },
        {
          title: 'Clean three weeks of telemetry',
          state: 'in progress',
          criteria: 'Every gap longer than ten seconds is marked.',
          dueOn: '2026-09-02',
          assignee: 'reader',
        },
        {
          title: 'Agree what counts as a stop',
          state: 'planned',
          criteria: 'Written on one page and signed by the shift leaders.',
          dueOn: '2026-09-04',
          assignee: 'author',
        },
      ],
    },
    {
      title: 'Try',
      description: 'Paper first, then pixels.',
      tasks: [
        {
          title: 'Paper cockpit by the gate',
          state: 'planned',
          criteria: 'Used for one whole shift.',
          dueOn: '2026-09-11',
          assignee: 'author',
        },
        {
          title: 'Live prototype with six robots',
          state: 'planned',
          criteria: 'Delay under five seconds.',
          dueOn: '2026-09-23',
          assignee: 'editor',
        },
        {
          title: 'Cost of running it',
          state: 'planned',
          criteria: 'A range for one and for five warehouses.',
          dueOn: '2026-09-25',
          assignee: 'admin',
        },
      ],
    },
  ],
  metadata: { robots: 36, signals: 90, temperature: { unit: 'C', value: -24 } },
  budget: 225000,
  internalNotes: 'Not signed yet. Nothing leaves the house before the letter of intent is back.',
  createdBy: 'author',
  state: 'draft',
  coverText: {
    alternativeText: 'Pale violet light over icy slopes',
    caption: 'Outside the cold store it is only minus six',
  },
  palette: 'ice',
};
