import { bullets, heading, paragraph, steps } from '../../blocks';
import type { ProjectSeed } from '../project-seed';

const description = `## A guide that waits for you

Visitors of the **Sørvik Maritime Museum** walk where they like; the guide notices which boat they stand beside and tells its story, long or short.

- 64 stories in Norwegian, English and German
- Works on the visitor's own phone, nothing to install
- Transcripts for everybody who would rather read

The museum's own staff write and record new stories in Strapi, without us.
`;

export const museumGuide: ProjectSeed = {
  title: 'Audio guide for Sørvik Maritime Museum',
  slug: 'audio-guide-sorvik-maritime-museum',
  phase: 'handover',
  summary:
    'Stories that start when you stand beside the boat. Sixty-four of them, in three languages, kept up by the museum itself.',
  description,
  body: [
    heading(2, 'Handover'),
    paragraph(
      'The guide has been open to visitors since Midsummer. What remains is making ourselves unnecessary.'
    ),
    steps(
      'Two training days for the six editors',
      'A handbook of twelve pages, printed, beside the recording booth',
      'One month in which we only watch'
    ),
    heading(3, 'Numbers of the first month'),
    bullets(
      '4,310 visits with the guide',
      '19 minutes of listening on average',
      '86 % would recommend it'
    ),
  ],
  startsOn: '2026-01-12',
  endsOn: '2026-08-14',
  kickoffAt: '2026-01-12T09:00:00.000Z',
  standupAt: '10:00:00.000',
  effortDays: 96.5,
  teamSize: 3,
  onTrack: true,
  contactEmail: 'formidling@sorvik-museum.example',
  customer: {
    name: 'Sørvik Maritime Museum',
    website: 'https://sorvik-museum.example',
    industry: 'Culture',
  },
  objectives: [
    {
      title: 'Visitors stay longer',
      measure: 'Average visit up from 48 to 65 minutes',
      reached: true,
    },
    {
      title: 'The museum is on its own',
      measure: 'Ten new stories published without our help',
      reached: false,
    },
  ],
  taskGroups: [
    {
      title: 'Stories',
      description: 'Written, read aloud, translated.',
      tasks: [
        {
          title: 'Record 64 stories',
          state: 'done',
          criteria: 'Two voices, at most 150 seconds each.',
          dueOn: '2026-05-08',
          assignee: 'author',
        },
        {
          title: 'Translate into English and German',
          state: 'done',
          criteria: 'Read by a native speaker who knows boats.',
          dueOn: '2026-06-05',
          assignee: 'author',
        },
        {
          title: 'Transcripts beside every story',
          state: 'done',
          criteria: 'Follows the voice, works with the largest text size.',
          dueOn: '2026-06-12',
          assignee: 'reader',
        },
      ],
    },
    {
      title: 'Handover',
      description: 'What the museum needs to carry on alone.',
      tasks: [
        {
          title: 'Two training days',
          state: 'done',
          criteria: 'Each editor has published one story alone.',
          dueOn: '2026-07-03',
          assignee: 'author',
        },
        {
          title: 'Printed handbook',
          state: 'in progress',
          criteria: 'Twelve pages, approved by the museum.',
          dueOn: '2026-07-24',
          assignee: 'editor',
        },
        {
          title: 'Month of watching',
          state: 'planned',
          criteria: 'No more than three calls to us.',
          dueOn: '2026-08-14',
          assignee: 'author',
        },
      ],
    },
  ],
  metadata: { languages: ['no', 'en', 'de'], stories: 64, beacons: 38 },
  budget: 640000,
  internalNotes: 'They asked for a reference visit with two other museums. Say yes.',
  createdBy: 'author',
  state: 'published',
  coverText: {
    alternativeText: 'Morning light over rounded hills by the sea',
    caption: 'Sørvik at a quarter to six, before the gulls',
  },
  palette: 'dawn',
};
