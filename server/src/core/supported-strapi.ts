/** The oldest Strapi with everything that the plugin uses; the same as in the peers of the package. */
export const OLDEST_STRAPI = '5.54.0';

/**
 * Returns why the plugin can't run on this version of Strapi, or null. Strapi's own test builds have
 * the version 0.0.0 and are accepted.
 */
export function unsupported(version: string | undefined): string | null {
  const numbers = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10));
  const [major = NaN, minor = NaN, patch = NaN] = numbers(version ?? '');
  const [oldMajor = 0, oldMinor = 0, oldPatch = 0] = numbers(OLDEST_STRAPI);
  if ([major, minor, patch].some(Number.isNaN) || major + minor + patch === 0) return null;
  const difference = major - oldMajor || minor - oldMinor || patch - oldPatch;
  return difference >= 0
    ? null
    : `Share Links needs Strapi ${OLDEST_STRAPI} or newer, and this app has ${version}; update it with: npx @strapi/upgrade minor`;
}

/**
 * Runs before the other modules of the plugin: with an older Strapi, they fail while they load, with
 * a message that helps nobody. Without an app, such as in a test, there is nothing to check.
 */
const { strapi } = globalThis as { strapi?: { config?: { get(name: string): unknown } } };
const reason = unsupported(strapi?.config?.get('info.strapi') as string | undefined);
if (reason) throw new Error(reason);
