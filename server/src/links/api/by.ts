import { systemRights } from '../../rights/rights';
import type { Rights } from '../../rights/rights';

/** Code of the app itself, such as a seed or a job. It may share every entry. */
export interface SystemMaker {
  kind: 'system';
  name: string;
}

export type By = Rights | SystemMaker;

/** The rights of whoever makes or changes a link. Code of the app may share every entry. */
export function rightsOf(by: By): Rights {
  return 'kind' in by ? systemRights(by.name) : by;
}
