import type { Core } from '@strapi/strapi';
import { demoTypes } from './context';

interface Metadata {
  edit: { label?: string; description?: string };
  list: { label?: string };
}

type Row = { name: string; size: number }[];

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { list: string[]; edit: Row[] };
}

interface Model {
  uid: string;
  category?: string;
}

interface ConfigurationService {
  findConfiguration(model: Model): Promise<Configuration>;
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>;
}

interface TypeService extends ConfigurationService {
  findContentType(uid: string): Model;
}

interface ComponentService extends ConfigurationService {
  findAllComponents(): Model[];
}

/** The labels that can't be derived from the attribute's name. */
const labels: Record<string, string> = {
  kpis: 'Key figures',
  metadata: 'Technical details',
  buttonUrl: 'Button address',
  dueOn: 'Due on',
  criteria: 'Done when',
};

const descriptions: Record<string, string> = {
  budget: 'In NOK. Never leaves the studio.',
  internalNotes: 'For us only.',
  effortDays: 'Planned days of work.',
};

interface Layout {
  list: string[];
  /** One array for each row, whose fields share the width. */
  edit: string[][];
}

const layouts: Record<(typeof demoTypes)[number], Layout> = {
  'api::project.project': {
    list: ['title', 'phase', 'customer', 'endsOn'],
    edit: [
      ['title', 'slug'],
      ['phase', 'onTrack', 'contactEmail'],
      ['summary'],
      ['customer'],
      ['description'],
      ['body'],
      ['startsOn', 'endsOn', 'standupAt'],
      ['kickoffAt', 'contact'],
      ['effortDays', 'teamSize'],
      ['objectives'],
      ['taskGroups'],
      ['cover', 'attachments'],
      ['documents'],
      ['metadata'],
      ['budget', 'accessCode'],
      ['internalNotes'],
    ],
  },
  'api::document.document': {
    list: ['title', 'category', 'files', 'project'],
    edit: [['title', 'category'], ['description'], ['files'], ['project']],
  },
  'api::dashboard.dashboard': {
    list: ['title', 'periodFrom', 'periodTo'],
    edit: [['title'], ['periodFrom', 'periodTo'], ['intro'], ['kpis']],
  },
  'api::page.page': {
    list: ['title', 'slug', 'parent'],
    edit: [['title', 'slug'], ['intro'], ['body'], ['sections'], ['parent', 'children']],
  },
  'api::homepage.homepage': {
    list: ['title'],
    edit: [['title'], ['welcome'], ['sections'], ['featuredProjects']],
  },
};

const ROW_WIDTH = 12;
const componentCategories = ['project', 'sections', 'kpi'];

/** `startsOn` → "Starts on" */
const humanize = (name: string) => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const labelled = (metadatas: Configuration['metadatas']) =>
  Object.fromEntries(
    Object.entries(metadatas).map(([name, { edit, list }]) => {
      const label = labels[name] ?? humanize(name);
      const description = descriptions[name] ?? edit.description;
      // In Strapi, `id` and `documentId` have no field to edit.
      const isField = edit.label !== undefined;
      return [
        name,
        { edit: isField ? { ...edit, label, description } : edit, list: { ...list, label } },
      ];
    })
  );

const rows = (layout: Layout): Row[] =>
  layout.edit.map((names) => names.map((name) => ({ name, size: ROW_WIDTH / names.length })));

const labelTypes = async (strapi: Core.Strapi): Promise<void> => {
  const types = strapi.plugin('content-manager').service('content-types') as TypeService;
  for (const uid of demoTypes) {
    const model = types.findContentType(uid);
    const { settings, metadatas } = await types.findConfiguration(model);
    await types.updateConfiguration(model, {
      settings: { ...settings, mainField: 'title', defaultSortBy: 'title' },
      metadatas: labelled(metadatas),
      layouts: { list: layouts[uid].list, edit: rows(layouts[uid]) },
    });
  }
};

const labelComponents = async (strapi: Core.Strapi): Promise<void> => {
  const components = strapi.plugin('content-manager').service('components') as ComponentService;
  for (const model of components.findAllComponents()) {
    if (!componentCategories.includes(model.category ?? '')) continue;
    const { settings, metadatas, layouts: current } = await components.findConfiguration(model);
    await components.updateConfiguration(model, {
      settings,
      metadatas: labelled(metadatas),
      layouts: current,
    });
  }
};

/** Sets the labels and the order of fields in the content manager, as an editor would. */
export const seedLabels = async (strapi: Core.Strapi): Promise<void> => {
  await labelTypes(strapi);
  await labelComponents(strapi);
};
