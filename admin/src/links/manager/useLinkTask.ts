import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import type { LinkTask } from '../link/linkTasks';
import { useLinkVerb } from '../link/useLinkVerb';

/** A task that has a dialog of its own, and the link it is for. */
export interface OpenTask {
  link: Link;
  /** `extend` opens the edit form at the end of the link. */
  name: Exclude<LinkTask, 'pause' | 'resume' | 'take-over' | 'duplicate'> | 'extend';
}

/**
 * Does what a person chooses for a link, or opens the dialog for it. `requested` is the task that
 * the address of the page asks for.
 */
export function useLinkTask(onDuplicate: (link: Link) => void, requested: OpenTask | null) {
  const doVerb = useLinkVerb();
  const [task, setTask] = React.useState<OpenTask | null>(null);

  React.useEffect(() => {
    if (requested) setTask(requested);
  }, [requested]);

  function start(link: Link, name: LinkTask) {
    switch (name) {
      case 'pause':
      case 'resume':
      case 'take-over':
        void doVerb(link, name);
        return;
      case 'duplicate':
        onDuplicate(link);
        return;
      default:
        setTask({ link, name });
    }
  }

  return { task, start, finish: () => setTask(null) };
}
