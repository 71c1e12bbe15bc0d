import type { Core } from '@strapi/strapi';

export const DEMO_PASSWORD = 'Demo-Passw0rd';

export type Colleague = 'admin' | 'editor' | 'author' | 'reader';

/** The row ids of four admin users and one customer of the users-permissions plugin. */
export type People = Record<Colleague | 'customer', number>;

interface RoleSeed {
  code: string;
  /** Strapi creates its own roles; only this role is created here. */
  create?: { name: string; description: string };
}

interface ColleagueSeed {
  firstname: string;
  lastname: string;
  email: string;
  role: RoleSeed;
  may: string;
}

export const colleagues: Record<Colleague, ColleagueSeed> = {
  admin: {
    firstname: 'Ada',
    lastname: 'Admin',
    email: 'admin@example.com',
    role: { code: 'strapi-super-admin' },
    may: 'everything',
  },
  editor: {
    firstname: 'Edith',
    lastname: 'Editor',
    email: 'editor@example.com',
    role: { code: 'strapi-editor' },
    may: 'share every entry',
  },
  author: {
    firstname: 'Arthur',
    lastname: 'Author',
    email: 'author@example.com',
    role: { code: 'strapi-author' },
    may: 'share own entries',
  },
  reader: {
    firstname: 'Rita',
    lastname: 'Reader',
    email: 'reader@example.com',
    role: {
      code: 'demo-reader',
      create: { name: 'Reader', description: 'Readers see all content and change none of it.' },
    },
    may: 'read, not share',
  },
};

export const customer = {
  username: 'Carla Customer',
  email: 'customer@example.com',
  may: 'no panel; signed-in visitor',
};

interface Role {
  id: number;
}

interface RoleService {
  findOne(where: { code: string }): Promise<Role | null>;
  create(role: { name: string; code: string; description: string }): Promise<Role>;
}

interface UserService {
  create(user: Record<string, unknown>): Promise<{ id: number }>;
}

interface CustomerService {
  add(user: Record<string, unknown>): Promise<{ id: number }>;
}

const findOrCreateRole = async (strapi: Core.Strapi, { code, create }: RoleSeed): Promise<Role> => {
  const roles = strapi.service('admin::role') as RoleService;
  const role =
    (await roles.findOne({ code })) ?? (create && (await roles.create({ code, ...create })));
  if (!role) throw new Error(`Strapi has no role "${code}"`);
  return role;
};

const seedColleague = async (strapi: Core.Strapi, key: Colleague): Promise<number> => {
  const { firstname, lastname, email, role } = colleagues[key];
  const { id: roleId } = await findOrCreateRole(strapi, role);
  const users = strapi.service('admin::user') as UserService;
  const user = await users.create({
    firstname,
    lastname,
    email,
    password: DEMO_PASSWORD,
    roles: [roleId],
    isActive: true,
    registrationToken: null,
  });
  return user.id;
};

const seedCustomer = async (strapi: Core.Strapi): Promise<number> => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const users = strapi.plugin('users-permissions').service('user') as CustomerService;
  const user = await users.add({
    username: customer.username,
    email: customer.email,
    password: DEMO_PASSWORD,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  });
  return user.id;
};

export const seedUsers = async (strapi: Core.Strapi): Promise<People> => ({
  admin: await seedColleague(strapi, 'admin'),
  editor: await seedColleague(strapi, 'editor'),
  author: await seedColleague(strapi, 'author'),
  reader: await seedColleague(strapi, 'reader'),
  customer: await seedCustomer(strapi),
});
