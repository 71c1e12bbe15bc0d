import { afterAll, beforeAll } from 'vitest';

/**
 * Stands for something that is created before the tests of a file or a `describe` and ended after
 * them, so that it has a name as soon as the file is read.
 *
 * @param timeout for what takes longer than other preparations, in milliseconds
 */
export function later<T extends object>(
  make: () => Promise<T>,
  end: (made: T) => Promise<unknown> = async () => {},
  timeout?: number
): T {
  let made: T | undefined;
  const standIn = new Proxy({} as T, {
    get(_target, name) {
      if (!made) throw new Error(`${String(name)} is asked for before the tests begin`);
      const value: unknown = Reflect.get(made, name);
      return typeof value === 'function' ? value.bind(made) : value;
    },
    set: (_target, name, value) => made !== undefined && Reflect.set(made, name, value),
  });
  beforeAll(async () => {
    made = await make();
  }, timeout);
  afterAll(async () => {
    // If the start failed, that is already reported, and there is nothing to end.
    if (made) await end(standIn);
  });
  return standIn;
}
