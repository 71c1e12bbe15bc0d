import * as React from 'react';

import { useBlocker } from 'react-router-dom';

import { useTranslate } from '../../utils/translations';
import { ConfirmDialog } from './ConfirmDialog';

interface Unsaved {
  mark: (form: string, isChanged: boolean) => void;
  /** Asks whether to discard what was entered, and does `then` if so. */
  ask: (then: () => void) => void;
}

const UnsavedContext = React.createContext<Unsaved | null>(null);

/**
 * Tells the dialog around a form whether the person has entered something. Returns a function that
 * does something at once, or asks first if it would lose what was entered.
 */
export function useUnsaved(isChanged: boolean): (then: () => void) => void {
  const form = React.useId();
  const unsaved = React.useContext(UnsavedContext);

  React.useEffect(() => {
    unsaved?.mark(form, isChanged);
    return () => unsaved?.mark(form, false);
  }, [unsaved, form, isChanged]);

  return (then) => (isChanged && unsaved ? unsaved.ask(then) : then());
}

interface UnsavedGuardProps {
  /** Closes the dialog without a question. */
  onClose: () => void;
  /** Gets the function that asks before closing if a form has been filled in. */
  children: (close: () => void) => React.ReactNode;
}

/** Asks before a dialog with a filled form closes, or the browser leaves its page. */
export function UnsavedGuard({ onClose, children }: UnsavedGuardProps) {
  const t = useTranslate();
  const [changed, setChanged] = React.useState<string[]>([]);
  const [asked, setAsked] = React.useState<{ then: () => void } | null>(null);
  const focused = React.useRef<Element | null>(null);
  const isChanged = changed.length > 0;

  const unsaved = React.useMemo<Unsaved>(
    () => ({
      mark: (form, isMarked) =>
        setChanged((before) =>
          before.includes(form) === isMarked
            ? before
            : isMarked
              ? [...before, form]
              : before.filter((other) => other !== form)
        ),
      ask: (then) => {
        focused.current = document.activeElement;
        setAsked({ then });
      },
    }),
    []
  );

  function close() {
    if (isChanged) unsaved.ask(onClose);
    else onClose();
  }

  return (
    <UnsavedContext.Provider value={unsaved}>
      {children(close)}
      {isChanged ? <LeaveGuard onBack={close} /> : null}
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('discard.title')}
        confirmLabel={t('discard.confirm')}
        cancelLabel={t('discard.cancel')}
        isDangerous
        onConfirm={async () => {
          setAsked(null);
          asked?.then();
        }}
        onClose={() => setAsked(null)}
        returnFocus={() => focused.current instanceof HTMLElement && focused.current.focus()}
      >
        {t('discard.question')}
      </ConfirmDialog>
    </UnsavedContext.Provider>
  );
}

/** The browser's Back closes the dialog first; leaving the site is asked about by the browser. */
function LeaveGuard({ onBack }: { onBack: () => void }) {
  const blocker = useBlocker(({ historyAction }) => historyAction === 'POP');
  const latest = React.useRef(onBack);
  latest.current = onBack;

  React.useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    latest.current();
  }, [blocker]);

  React.useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  return null;
}
