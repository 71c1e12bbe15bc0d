import type { Palette } from '../files/art';
import type { Block } from '../blocks';
import type { Colleague } from '../users';

type Phase = 'discovery' | 'proof of concept' | 'delivery' | 'acceptance' | 'handover';
type TaskState = 'planned' | 'in progress' | 'blocked' | 'done';

interface TaskSeed {
  title: string;
  state: TaskState;
  criteria: string;
  dueOn: string;
  assignee: Colleague;
}

interface TaskGroupSeed {
  title: string;
  description: string;
  tasks: TaskSeed[];
}

interface ObjectiveSeed {
  title: string;
  measure: string;
  reached: boolean;
}

interface ProjectFields {
  title: string;
  slug: string;
  phase: Phase;
  summary: string;
  description: string;
  body: Block[];
  startsOn: string;
  endsOn: string;
  kickoffAt: string;
  standupAt: string;
  effortDays: number;
  teamSize: number;
  onTrack: boolean;
  contactEmail: string;
  customer: { name: string; website: string; industry: string };
  objectives: ObjectiveSeed[];
  taskGroups: TaskGroupSeed[];
  metadata: Record<string, unknown>;
  budget: number;
  internalNotes: string;
  accessCode?: string;
}

export interface ProjectSeed extends ProjectFields {
  createdBy: Colleague;
  /** The state after writing: a draft, published, or published and edited again. */
  state: 'draft' | 'published' | { editedTo: Partial<ProjectFields> };
  /** The demo's customer is this project's contact. */
  hasContact?: boolean;
  coverText: { alternativeText: string; caption: string };
  palette: Palette;
}
