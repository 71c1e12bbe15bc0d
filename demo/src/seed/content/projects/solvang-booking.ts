import { bold, bullets, heading, paragraph } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## One calm way to an appointment

Nine **Solvang** clinics, nine telephone numbers, one queue at eight in the morning. Patients now see the next free time at all clinics and book it, change it or give it back.

### Rules we keep

- No health data in this system, ever: a booking knows *when* and *where*, not *why*
- Everything works with a keyboard alone
- Anybody can still ring
`;

export const solvangBooking: ProjectSeed = {
  title: 'Appointments for the Solvang clinics',
  slug: 'appointments-solvang-clinics',
  phase: 'delivery',
  summary: 'Book, move and give back appointments at nine clinics, without the queue at eight.',
  description,
  body: [
    heading(2, 'Pilot in three clinics'),
    paragraph(
      'Since 4 May patients of Solvang North, Harbour and Hill book online. ',
      bold('38 %'),
      ' of all appointments come this way, most of them in the evening.'
    ),
    bullets(
      'Missed appointments fell from 7.9 to 5.1 %',
      'The telephone queue at eight is nine minutes shorter',
      'Two clinics asked to join early'
    ),
  ],
  startsOn: '2026-03-02',
  endsOn: '2026-11-27',
  kickoffAt: '2026-03-02T12:00:00.000Z',
  standupAt: '09:30:00.000',
  effortDays: 158,
  teamSize: 5,
  onTrack: false,
  contactEmail: 'prosjekt@solvang-clinics.example',
  customer: {
    name: 'Solvang Clinics',
    website: 'https://solvang-clinics.example',
    industry: 'Health care',
  },
  objectives: [
    {
      title: 'A shorter queue at eight',
      measure: 'Waiting time on the telephone under six minutes',
      reached: false,
    },
    {
      title: 'Fewer empty chairs',
      measure: 'Missed appointments below 5 %',
      reached: false,
    },
    {
      title: 'All nine clinics',
      measure: 'Every clinic books through the new system by November',
      reached: false,
    },
  ],
  taskGroups: [
    {
      title: 'Booking',
      description: 'What patients see.',
      tasks: [
        {
          title: 'Next free time at all clinics',
          state: 'done',
          criteria: 'Answers in under a second with nine calendars.',
          dueOn: '2026-04-24',
          assignee: 'editor',
        },
        {
          title: 'Change and give back',
          state: 'done',
          criteria: 'Until two hours before; the time is offered again at once.',
          dueOn: '2026-05-29',
          assignee: 'author',
        },
        {
          title: 'Reminder by text message',
          state: 'blocked',
          criteria: 'Sent 24 hours before; waits for the contract with the operator.',
          dueOn: '2026-07-10',
          assignee: 'admin',
        },
      ],
    },
    {
      title: 'Clinics',
      description: 'Nine calendars, nine habits.',
      tasks: [
        {
          title: 'Connect the calendar system',
          state: 'in progress',
          criteria: 'Both ways, conflicts are shown to the reception.',
          dueOn: '2026-08-07',
          assignee: 'editor',
        },
        {
          title: 'Train the receptions',
          state: 'in progress',
          criteria: 'Two hours each, with their own calendar open.',
          dueOn: '2026-09-25',
          assignee: 'reader',
        },
        {
          title: 'Open the remaining six clinics',
          state: 'planned',
          criteria: 'Two a month, never on a Monday.',
          dueOn: '2026-11-20',
          assignee: 'editor',
        },
      ],
    },
  ],
  metadata: { clinics: 9, pilot: ['North', 'Harbour', 'Hill'], dataProtection: { dpia: true } },
  budget: 1260000,
  internalNotes: 'The text message contract costs us six weeks. Tell them before they tell us.',
  accessCode: 'solvang-2026',
  createdBy: 'admin',
  state: {
    editedTo: {
      summary:
        'Book, move and give back appointments at nine clinics. Reminders wait for the operator, so the last clinics open in December.',
      endsOn: '2026-12-18',
      effortDays: 171.5,
    },
  },
  coverText: {
    alternativeText: 'Sun over green hills',
    caption: 'Solvang means sunny meadow',
  },
  palette: 'meadow',
};
