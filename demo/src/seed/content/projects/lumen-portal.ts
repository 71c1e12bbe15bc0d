import { bold, bullets, heading, link, paragraph, quote, steps } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## What we are building

Lumen Energy's 140,000 households see their consumption **hour by hour**, understand their bill and move house without calling anybody. The portal replaces three older sites and one PDF.

| Stage | Until | Result |
| --- | --- | --- |
| Discovery | 27 February | Twelve interviews, service map, riskiest assumptions |
| Proof of concept | 10 April | Hourly readings for 200 pilot homes |
| Delivery | 18 September | Portal for all households |
| Handover | 30 October | Lumen's own team runs it |

### How we work together

- A demo every second Thursday at 10:00, recorded for those who cannot come
- One backlog, owned by *Ingrid Sand* at Lumen
- Decisions are written down the day they are made, in the [handbook](https://nordlys.example/handbook)

> "If my mother can read her bill without ringing me, we are done." — Ingrid Sand, product owner
`;

export const lumenPortal: ProjectSeed = {
  title: 'Lumen Energy customer portal',
  slug: 'lumen-energy-customer-portal',
  phase: 'delivery',
  summary:
    'One place where 140,000 households follow their consumption hour by hour, understand their bill and move house in four minutes.',
  description,
  body: [
    heading(2, 'Where we stand'),
    paragraph(
      'The pilot with 200 homes ended in April with a clear answer: people who see their hours move ',
      bold('eleven per cent'),
      ' of their consumption away from the evening peak. Since May we build for everybody.'
    ),
    bullets(
      'Sign-in with the national eID works in production',
      'Hourly readings arrive within ninety minutes for 97 % of the meters',
      'The bill explained line by line is in usability testing'
    ),
    heading(3, 'Next three weeks'),
    steps(
      'Finish the moving-house flow with the customer service team',
      'Load test with twice the readings of the coldest day on record',
      'Accessibility review by an external auditor'
    ),
    quote('The bill page is the first one I have not had to explain on the phone.'),
    paragraph(
      'Questions? Write to the team at ',
      link('mailto:lumen@nordlys.example', 'lumen@nordlys.example'),
      '.'
    ),
  ],
  startsOn: '2026-02-02',
  endsOn: '2026-10-30',
  kickoffAt: '2026-02-02T08:00:00.000Z',
  standupAt: '09:15:00.000',
  effortDays: 212.5,
  teamSize: 6,
  onTrack: true,
  contactEmail: 'carla.customer@lumen.example',
  customer: {
    name: 'Lumen Energy',
    website: 'https://lumen.example',
    industry: 'Electricity retail',
  },
  objectives: [
    {
      title: 'Fewer calls about bills',
      measure: 'Calls about bills down from 5,200 to 3,000 a month',
      reached: false,
    },
    {
      title: 'Readings people can act on',
      measure: '95 % of meters shown within two hours',
      reached: true,
    },
    {
      title: 'Moving house without a call',
      measure: 'Median time of four minutes, nine in ten finish alone',
      reached: false,
    },
  ],
  taskGroups: [
    {
      title: 'Consumption',
      description: 'From the meter to a curve that a person understands.',
      tasks: [
        {
          title: 'Read hourly values from the national data hub',
          state: 'done',
          criteria: 'A full day of 140,000 meters is read in under 40 minutes, gaps are reported.',
          dueOn: '2026-05-15',
          assignee: 'editor',
        },
        {
          title: 'Curve for day, month and year',
          state: 'done',
          criteria: 'Readable on a 360 px screen and by a screen reader, with a table beneath.',
          dueOn: '2026-06-12',
          assignee: 'author',
        },
        {
          title: 'Tips that fit the household',
          state: 'in progress',
          criteria: 'At most one tip a week; each can be switched off.',
          dueOn: '2026-08-28',
          assignee: 'author',
        },
      ],
    },
    {
      title: 'The bill',
      description: 'Every line explained, every number traceable.',
      tasks: [
        {
          title: 'Bill as a web page',
          state: 'done',
          criteria: 'Sums agree with the PDF to the øre for 1,000 sampled bills.',
          dueOn: '2026-06-26',
          assignee: 'editor',
        },
        {
          title: 'Explain each line in plain words',
          state: 'in progress',
          criteria: 'Eight of ten test persons find the grid fee and can say what it is for.',
          dueOn: '2026-08-14',
          assignee: 'editor',
        },
        {
          title: 'Pay by instalments',
          state: 'blocked',
          criteria: 'Offered only where the credit policy allows; the policy is being rewritten.',
          dueOn: '2026-09-04',
          assignee: 'admin',
        },
        {
          title: 'Archive of the last five years',
          state: 'planned',
          criteria: 'All bills since 2021 can be opened and downloaded.',
          dueOn: '2026-09-11',
          assignee: 'author',
        },
      ],
    },
    {
      title: 'Moving house',
      description: 'Out of one home and into the next, without a telephone.',
      tasks: [
        {
          title: 'Interview twelve people who moved this year',
          state: 'done',
          criteria: 'Notes and recordings are in the research folder, consent is signed.',
          dueOn: '2026-03-06',
          assignee: 'reader',
        },
        {
          title: 'Flow from old address to new',
          state: 'in progress',
          criteria: 'Works with a start date up to 30 days back.',
          dueOn: '2026-08-21',
          assignee: 'author',
        },
        {
          title: 'Letter to the next tenant',
          state: 'planned',
          criteria: 'Sent the same day, in Norwegian or English.',
          dueOn: '2026-09-18',
          assignee: 'editor',
        },
      ],
    },
  ],
  metadata: {
    jiraKey: 'LUM',
    environments: { test: 'https://test.lumen.example', production: 'https://my.lumen.example' },
    stack: ['TypeScript', 'PostgreSQL', 'Strapi'],
    readingsPerDay: 3360000,
  },
  budget: 1840000,
  internalNotes:
    'Margin is fine as long as instalments stay out of scope. Ingrid goes on leave in October: agree on a deputy before the handover.',
  accessCode: 'lumen-2026',
  createdBy: 'editor',
  state: 'published',
  hasContact: true,
  coverText: {
    alternativeText: 'Green northern lights above a dark ridge',
    caption: 'Hourly readings, like the lights, come and go with the night',
  },
  palette: 'aurora',
};
