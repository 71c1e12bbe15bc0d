import { bullets, heading, italic, paragraph } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## The question

Can commuters board a **Harbour Line** ferry without ever buying a ticket first? Passengers check in with their phone at the gangway; the fare is worked out at the end of the day and never exceeds a day pass.

### What the proof of concept has to show

1. Check-in takes less than **two seconds** in a queue, also in rain and with gloves
2. Fares are right for all 42 routes and six passenger groups
3. It works for twenty minutes without a network

### What it leaves out

Season tickets, bicycles and the school contract come later, if at all.
`;

export const harbourTicketing: ProjectSeed = {
  title: 'Ticketless boarding for Harbour Line',
  slug: 'ticketless-boarding-harbour-line',
  phase: 'proof of concept',
  summary:
    'A four-week proof of concept: check in at the gangway with a phone, pay the fairest fare at the end of the day.',
  description,
  body: [
    heading(2, 'Week two of four'),
    paragraph(
      'The validator on board MS ',
      italic('Terne'),
      ' has been counting since Monday. 1,912 passengers have checked in so far, 61 of them twice.'
    ),
    bullets(
      'Median check-in time: 1.4 seconds',
      'Longest time without a network: 17 minutes, nothing lost',
      'Open: how the crew sees that somebody has not checked in'
    ),
  ],
  startsOn: '2026-06-08',
  endsOn: '2026-07-03',
  kickoffAt: '2026-06-08T11:30:00.000Z',
  standupAt: '08:45:00.000',
  effortDays: 48,
  teamSize: 4,
  onTrack: true,
  contactEmail: 'drift@harbourline.example',
  customer: {
    name: 'Harbour Line Ferries',
    website: 'https://harbourline.example',
    industry: 'Public transport',
  },
  objectives: [
    {
      title: 'Boarding is not slower than today',
      measure: 'Median check-in under two seconds at rush hour',
      reached: true,
    },
    {
      title: 'Nobody pays too much',
      measure: 'No daily total above the day pass in 10,000 simulated days',
      reached: false,
    },
  ],
  taskGroups: [
    {
      title: 'On board',
      description: 'Hardware, gangway and crew.',
      tasks: [
        {
          title: 'Mount two validators on MS Terne',
          state: 'done',
          criteria: 'Approved by the safety officer, power from the ship.',
          dueOn: '2026-06-10',
          assignee: 'editor',
        },
        {
          title: 'Check-in without a network',
          state: 'in progress',
          criteria: 'Twenty minutes offline, no event lost, order kept.',
          dueOn: '2026-06-24',
          assignee: 'author',
        },
        {
          title: 'Signal for the crew',
          state: 'planned',
          criteria: 'A mate with sunglasses sees it from four metres.',
          dueOn: '2026-06-26',
          assignee: 'editor',
        },
      ],
    },
    {
      title: 'Fares',
      description: 'From check-ins to one fair amount a day.',
      tasks: [
        {
          title: 'Fare engine for 42 routes',
          state: 'done',
          criteria: 'Agrees with the printed tariff for every pair of quays.',
          dueOn: '2026-06-17',
          assignee: 'author',
        },
        {
          title: 'Cap at the day pass',
          state: 'in progress',
          criteria: 'Correct over midnight and with two passenger groups on one phone.',
          dueOn: '2026-06-23',
          assignee: 'author',
        },
        {
          title: 'Simulate 10,000 days',
          state: 'planned',
          criteria: 'Report with the ten worst days and why.',
          dueOn: '2026-06-30',
          assignee: 'reader',
        },
      ],
    },
  ],
  metadata: { vessels: ['MS Terne', 'MS Makrell'], routes: 42, pilotUsers: 640 },
  budget: 310000,
  internalNotes:
    'Their board decides on 8 July. A tender follows; we may bid if we stop at the PoC.',
  createdBy: 'editor',
  state: {
    editedTo: {
      phase: 'acceptance',
      summary:
        'The proof of concept is over: 7,480 passengers boarded without a ticket, and nobody paid more than a day pass. The board decides on 8 July.',
      onTrack: false,
      objectives: [
        {
          title: 'Boarding is not slower than today',
          measure: 'Median check-in under two seconds at rush hour',
          reached: true,
        },
        {
          title: 'Nobody pays too much',
          measure: 'No daily total above the day pass in 10,000 simulated days',
          reached: true,
        },
      ],
    },
  },
  coverText: {
    alternativeText: 'Blue evening sky over a calm fjord',
    caption: 'The 17:40 to Fjellstrand, drawn from memory',
  },
  palette: 'fjord',
};
