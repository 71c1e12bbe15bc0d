import type { SeedContext } from './context';
import { writtenBy } from './context';
import type { ProjectSeed } from './content/project-seed';
import { projects } from './content/projects';
import { darkColor, logo, photo, sketch } from './files/art';
import { pdf } from './files/paper';
import { csv } from './files/sheet';
import type { NewFile, StoredFile } from './files/upload';

const UID = 'api::project.project';

const statusReport = (project: ProjectSeed): Promise<Buffer> =>
  pdf(
    {
      title: 'Status report',
      subtitle: `${project.title} · ${project.customer.name}`,
      color: darkColor(project.palette),
    },
    [
      [
        { heading: 'In one paragraph', paragraphs: [project.summary] },
        {
          heading: 'Facts',
          table: [
            ['Fact', 'Today'],
            ['Phase', project.phase],
            ['From – to', `${project.startsOn} – ${project.endsOn}`],
            ['Team', `${project.teamSize} people, ${project.effortDays} days`],
            ['On track', project.onTrack ? 'yes' : 'no, see page 2'],
          ],
        },
        {
          heading: 'Objectives',
          bullets: project.objectives.map(
            ({ title, measure, reached }) => `${title}: ${measure}${reached ? ' — reached' : ''}`
          ),
        },
      ],
      project.taskGroups.map((group) => ({
        heading: group.title,
        paragraphs: [group.description],
        table: [
          ['Task', 'State', 'Due'],
          ...group.tasks.map(({ title, state, dueOn }) => [title, state, dueOn]),
        ],
      })),
    ]
  );

const taskList = (project: ProjectSeed): Buffer =>
  csv(
    ['Group', 'Task', 'State', 'Due', 'Done when'],
    project.taskGroups.flatMap((group) =>
      group.tasks.map((task) => [group.title, task.title, task.state, task.dueOn, task.criteria])
    )
  );

interface ProjectFiles {
  cover: StoredFile;
  logo: StoredFile;
  attachments: StoredFile[];
}

const addFiles = async (
  { library, people }: SeedContext,
  project: ProjectSeed,
  index: number
): Promise<ProjectFiles> => {
  const add = (file: NewFile) => library.add(file, 'Projects', people[project.createdBy]);
  const { slug, palette, customer } = project;
  const [cover, mark, report, tasks, screen] = await Promise.all([
    photo(palette, { width: 1600, height: 900 }, index + 1).then((content) =>
      add({ name: `${slug}-cover.jpg`, content, ...project.coverText })
    ),
    logo(palette, index).then((content) =>
      add({ name: `${slug}-logo.png`, content, alternativeText: `Logo of ${customer.name}` })
    ),
    statusReport(project).then((content) =>
      add({ name: `${slug}-status-report.pdf`, content, caption: 'Status report, two pages' })
    ),
    add({ name: `${slug}-tasks.csv`, content: taskList(project), caption: 'All tasks as a table' }),
    sketch(palette).then((content) =>
      add({
        name: `${slug}-sketch.png`,
        content,
        alternativeText: 'Sketch of a screen: a headline, a button and three cards',
        caption: 'First sketch from discovery week',
      })
    ),
  ]);
  return { cover, logo: mark, attachments: [report, tasks, screen] };
};

const writeProject = async (
  { strapi, people }: SeedContext,
  seed: ProjectSeed,
  files: ProjectFiles
): Promise<void> => {
  const { createdBy, state, hasContact, coverText, palette, ...fields } = seed;
  const author = people[createdBy];
  const { documentId } = await strapi.documents(UID).create({
    data: {
      ...fields,
      customer: { ...fields.customer, logo: files.logo.id },
      taskGroups: fields.taskGroups.map((group) => ({
        ...group,
        tasks: group.tasks.map((task) => ({ ...task, assignee: people[task.assignee] })),
      })),
      cover: files.cover.id,
      attachments: files.attachments.map(({ id }) => id),
      contact: hasContact ? people.customer : null,
      ...writtenBy(author),
    },
  });
  if (state === 'draft') return;
  await strapi.documents(UID).publish({ documentId });
  if (state === 'published') return;
  const edit: Record<string, unknown> = { ...state.editedTo, updatedBy: author };
  await strapi.documents(UID).update({ documentId, data: edit });
};

export const seedProjects = async (context: SeedContext): Promise<void> => {
  const files = await Promise.all(
    projects.map((project, index) => addFiles(context, project, index))
  );
  for (const [index, project] of projects.entries()) {
    const own = files[index];
    if (own) await writeProject(context, project, own);
  }
};

/** The document id of a project, by its slug. */
export const projectBySlug = async (
  { strapi }: Pick<SeedContext, 'strapi'>,
  slug: string
): Promise<string> => {
  const project = await strapi.documents(UID).findFirst({ filters: { slug } });
  if (!project) throw new Error(`There is no project "${slug}"`);
  return project.documentId;
};
