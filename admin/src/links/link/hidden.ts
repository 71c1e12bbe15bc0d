import type { Exposure } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';

interface HiddenField {
  label: string;
  /** Whether the link shows some of it. */
  isPartly: boolean;
}

/** Returns the fields that a new link by the same person would show, and this link does not. */
export function hiddenFields({ fields }: Pick<Link, 'fields'>, exposure: Exposure): HiddenField[] {
  return exposure.fields.flatMap(({ name, label }) => {
    const paths = exposure.paths.filter((path) => path.split(/[.(]/, 1)[0] === name);
    const missing = paths.filter((path) => !fields.includes(path));
    return missing.length === 0 ? [] : [{ label, isPartly: missing.length < paths.length }];
  });
}
