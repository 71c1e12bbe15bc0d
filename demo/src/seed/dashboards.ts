import type { SeedContext } from './context';
import { writtenBy } from './context';
import type { Colleague } from './users';

const UID = 'api::dashboard.dashboard';

type Kpi =
  | {
      __component: 'kpi.number';
      label: string;
      value: number;
      unit: string;
      trend: 'up' | 'steady' | 'down';
    }
  | { __component: 'kpi.progress'; label: string; percent: number }
  | { __component: 'kpi.note'; markdown: string }
  | { __component: 'kpi.table'; title: string; rows: { label: string; value: string }[] };

interface DashboardSeed {
  title: string;
  periodFrom: string;
  periodTo: string;
  intro: string;
  kpis: Kpi[];
  createdBy: Colleague;
}

const dashboards: DashboardSeed[] = [
  {
    title: 'Lumen Energy, second quarter 2026',
    periodFrom: '2026-04-01',
    periodTo: '2026-06-30',
    intro: 'What changed for households between the end of the pilot and midsummer.',
    createdBy: 'editor',
    kpis: [
      {
        __component: 'kpi.number',
        label: 'Households signed in',
        value: 61240,
        unit: 'homes',
        trend: 'up',
      },
      {
        __component: 'kpi.number',
        label: 'Calls about bills',
        value: 4380,
        unit: 'a month',
        trend: 'down',
      },
      {
        __component: 'kpi.number',
        label: 'Readings within two hours',
        value: 97.2,
        unit: '%',
        trend: 'up',
      },
      { __component: 'kpi.progress', label: 'Scope delivered', percent: 58 },
      { __component: 'kpi.progress', label: 'Budget used', percent: 54 },
      {
        __component: 'kpi.note',
        markdown:
          'The dip in week 24 is **not** ours: the national data hub was down for *nine hours*. Readings were filled in afterwards.',
      },
      {
        __component: 'kpi.table',
        title: 'Sign-ins by month',
        rows: [
          { label: 'April', value: '9,810' },
          { label: 'May', value: '22,470' },
          { label: 'June', value: '28,960' },
        ],
      },
    ],
  },
  {
    title: 'The studio, first half of 2026',
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    intro: 'Six projects, eleven people, and what we would do differently.',
    createdBy: 'admin',
    kpis: [
      { __component: 'kpi.number', label: 'Projects running', value: 5, unit: '', trend: 'steady' },
      {
        __component: 'kpi.number',
        label: 'Days worked for clients',
        value: 886.5,
        unit: 'days',
        trend: 'up',
      },
      { __component: 'kpi.progress', label: 'Projects on track', percent: 67 },
      {
        __component: 'kpi.table',
        title: 'Effort by project',
        rows: [
          { label: 'Lumen Energy', value: '212.5 days' },
          { label: 'Solvang Clinics', value: '158 days' },
          { label: 'Fjord Foods', value: '121 days' },
          { label: 'Sørvik Maritime Museum', value: '96.5 days' },
        ],
      },
      {
        __component: 'kpi.note',
        markdown:
          '## For next time\n\n- Ask about text message contracts in week one\n- Two discovery weeks at once is one too many',
      },
    ],
  },
];

export const seedDashboards = async ({ strapi, people }: SeedContext): Promise<void> => {
  for (const { createdBy, ...dashboard } of dashboards) {
    await strapi.documents(UID).create({
      data: { ...dashboard, ...writtenBy(people[createdBy]) },
      status: 'published',
    });
  }
};
