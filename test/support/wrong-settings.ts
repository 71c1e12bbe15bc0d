import { PAGE, PROJECT } from './entries';

interface WrongSetting {
  what: string;
  /** Settings as in a request and as in `config/plugins.ts`. */
  settings: object;
  /** The first parts of the path to what is wrong. */
  path: string[];
}

const ofType = (what: string, uid: string, change: object, part?: string): WrongSetting => ({
  what,
  settings: { contentTypes: { [uid]: change } },
  path: ['contentTypes', uid, ...(part ? [part] : [])],
});

const plain = (settings: object, path: string[]): WrongSetting => ({
  what: JSON.stringify(settings),
  settings,
  path,
});

/** Inputs that both the settings API and the configuration file refuse. */
export const WRONG_SETTINGS: WrongSetting[] = [
  ofType('a relation the type does not have', PROJECT, { relations: { nothing: 1 } }, 'relations'),
  ofType('a field that is no relation', PROJECT, { relations: { title: 1 } }, 'relations'),
  ofType(
    'a relation to users',
    PROJECT,
    { relations: { 'taskGroups.tasks.assignee': 1 } },
    'relations'
  ),
  ofType('more than three levels', PROJECT, { relations: { documents: 4 } }, 'relations'),
  ofType('less than none', PROJECT, { relations: { documents: -1 } }, 'relations'),
  ofType('half a level', PROJECT, { relations: { documents: 1.5 } }, 'relations'),
  ofType('relations in a list', PROJECT, { relations: ['documents'] }, 'relations'),
  ofType('a parent that the type does not have', PAGE, { parent: 'papa' }, 'parent'),
  ofType('a parent that leads to many entries', PAGE, { parent: 'children' }, 'parent'),
  ofType('a parent that is no relation', PAGE, { parent: 'title' }, 'parent'),
  ofType('an unknown level', PAGE, { level: 'comment' }, 'level'),
  ofType('an unknown mode', PAGE, { mode: 'both' }, 'mode'),
  ofType('a text instead of yes or no', PAGE, { enabled: 'no' }, 'enabled'),
  ofType('an unknown part', PAGE, { depth: 1 }, 'depth'),
  ofType('an unknown type', 'api::nothing.nothing', { level: 'off' }),
  ofType('a type with a typo', 'api::projects.project', { enabled: false }),
  ofType('a short name', 'project', { enabled: false }),
  ofType('a type of a plugin', 'plugin::upload.file', { enabled: false }),
  ofType('a type of Strapi', 'admin::user', { enabled: false }),
  ofType('a type that has a name of every object', 'constructor', { enabled: false }),
  plain({ contentTypes: [] }, ['contentTypes']),
  plain({ contentTypes: { [PAGE]: null } }, ['contentTypes', PAGE]),
  plain({ visits: { address: 'some' } }, ['visits', 'address']),
  plain({ visits: { retentionDays: 0 } }, ['visits', 'retentionDays']),
  plain({ limits: { readsPerMinute: 0 } }, ['limits', 'readsPerMinute']),
  plain({ limits: { passwordsPerLink: 1_000_001 } }, ['limits', 'passwordsPerLink']),
  plain({ limits: { passwordsPerClient: null } }, ['limits', 'passwordsPerClient']),
  plain({ branding: { color: 'blue' } }, ['branding', 'color']),
  plain({ publicUrl: 'cms.example.com' }, ['publicUrl']),
  plain({ frontendUrl: 'https://www.example.com/no-token' }, ['frontendUrl']),
  plain({ maxExpiryDays: 0 }, ['maxExpiryDays']),
  plain({ passwordMinLength: 73 }, ['passwordMinLength']),
  plain({ defaultExpiry: '2w' }, ['defaultExpiry']),
  plain({ allowNever: 'no' }, ['allowNever']),
  plain({ reminderDays: 366 }, ['reminderDays']),
  plain({ ownerOnly: null }, ['ownerOnly']),
  plain({ owneronly: true }, ['owneronly']),
];
