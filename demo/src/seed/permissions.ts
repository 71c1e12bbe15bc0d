import type { Core } from '@strapi/strapi';
import { demoTypes } from './context';
import { LOCALES } from './locales';
import { colleagues } from './users';
import type { Colleague } from './users';

const explorer = (verb: string) => `plugin::content-manager.explorer.${verb}`;
const SHARE = 'plugin::share-links.share';
const READ_LINKS = 'plugin::share-links.links.read';
const OWN = 'admin::is-creator';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}

interface Action {
  actionId: string;
  subjects: string[];
}

interface PermissionService {
  actionProvider: {
    get(actionId: string): Action | undefined;
    appliesToProperty(property: string, actionId: string, subject: string): Promise<boolean>;
  };
  findMany(query: { where: { role: { id: number } } }): Promise<Permission[]>;
}

interface ContentTypeService {
  getPermissionsWithNestedFields(actions: Action[]): Permission[];
}

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
}

const isDemoType = (uid: string) => demoTypes.some((type) => type === uid);

const contentRights = async (
  strapi: Core.Strapi,
  actionIds: string[],
  conditions: string[] = []
): Promise<Permission[]> => {
  const { actionProvider } = strapi.service('admin::permission') as PermissionService;
  const contentTypes = strapi.service('admin::content-type') as ContentTypeService;

  const actions = actionIds.map((actionId) => {
    const action = actionProvider.get(actionId);
    if (!action) throw new Error(`No plugin has registered the action "${actionId}"`);
    return { ...action, subjects: action.subjects.filter(isDemoType) };
  });

  return Promise.all(
    contentTypes.getPermissionsWithNestedFields(actions).map(async (permission) => {
      const { action, subject, properties } = permission;
      const localized =
        subject !== null && (await actionProvider.appliesToProperty('locales', action, subject));
      return {
        ...permission,
        properties: localized ? { ...properties, locales: LOCALES } : properties,
        conditions,
      };
    })
  );
};

const pluginRight = (action: string): Permission => ({
  action,
  subject: null,
  properties: {},
  conditions: [],
});

/** The rights in the media library that Strapi gives to editors and authors. They keep them. */
const mediaRights = async (strapi: Core.Strapi, roleId: number): Promise<Permission[]> => {
  const permissions = strapi.service('admin::permission') as PermissionService;
  const granted = await permissions.findMany({ where: { role: { id: roleId } } });
  return granted.filter(({ action }) => action.startsWith('plugin::upload.'));
};

const rightsOf = {
  editor: async (strapi: Core.Strapi) => [
    ...(await contentRights(strapi, [
      ...['create', 'read', 'update', 'delete', 'publish'].map(explorer),
      SHARE,
    ])),
    pluginRight(READ_LINKS),
  ],
  author: async (strapi: Core.Strapi) => [
    ...(await contentRights(strapi, ['create', 'read'].map(explorer))),
    ...(await contentRights(strapi, [...['update', 'delete'].map(explorer), SHARE], [OWN])),
  ],
  reader: async (strapi: Core.Strapi) => [
    ...(await contentRights(strapi, [explorer('read')])),
    pluginRight(READ_LINKS),
  ],
} satisfies Partial<Record<Colleague, (strapi: Core.Strapi) => Promise<Permission[]>>>;

export const seedPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const roles = strapi.service('admin::role') as RoleService;
  for (const key of ['editor', 'author', 'reader'] as const) {
    const { id } = await roles.findOne({ code: colleagues[key].role.code });
    const rights = [...(await rightsOf[key](strapi)), ...(await mediaRights(strapi, id))];
    await roles.assignPermissions(id, rights);
  }
};
