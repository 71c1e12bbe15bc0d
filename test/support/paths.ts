import path from 'node:path';

export const rootDir = path.resolve(import.meta.dirname, '../..');
export const demoDir = path.join(rootDir, 'demo');

/** The seeded database from which every suite starts. */
export const TEMPLATE = path.join(rootDir, 'test/.tmp/template.db');

/** These keys are fixed, so that they fit each copy of the database. */
export const TEST_SECRETS = {
  APP_KEYS: 'testKeyA,testKeyB',
  ADMIN_JWT_SECRET: 'testAdminJwtSecret',
  API_TOKEN_SALT: 'testApiTokenSalt',
  TRANSFER_TOKEN_SALT: 'testTransferTokenSalt',
  ENCRYPTION_KEY: 'testEncryptionKeyOf32Characters!',
  JWT_SECRET: 'testJwtSecret',
};

/** Values of private attributes in the demo content; no answer may ever contain them. */
export const PRIVATE_VALUES = [
  '1840000',
  '1260000',
  'lumen-2026',
  'solvang-2026',
  'Tell them before they tell us',
  'Nothing leaves the house',
  '"budget"',
  '"internalNotes"',
  '"accessCode"',
  'admin@example.com',
  'editor@example.com',
  'author@example.com',
  'customer@example.com',
];
