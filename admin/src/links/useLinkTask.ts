import * as React from 'react';

import type { Link } from '../../../contracts/links';
import type { LinkTask } from './linkTasks';
import { useLinkVerb } from './useLinkVerb';

/** A task that has a dialog of its own, and the link it is for. */
export interface OpenTask {
  link: Link;
  name: Exclude<LinkTask, 'pause' | 'resume' | 'take-over' | 'duplicate'>;
}

/** Does what a person has chosen for a link, or opens the dialog for it. */
export function useLinkTask(onDuplicate: (link: Link) => void) {
  const doVerb = useLinkVerb();
  const [task, setTask] = React.useState<OpenTask | null>(null);

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
