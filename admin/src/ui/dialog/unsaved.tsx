import * as React from 'react';

import { useBlocker } from 'react-router-dom';

import { useTranslate } from '../../utils/translations';
import { ConfirmDialog } from './ConfirmDialog';

/** What would be lost: what was entered in a form, or a password that is shown only once. */
type Loss = 'discard' | 'handOver.leave';

interface Unsaved {
  mark: (form: string, loss: Loss | null) => void;
  /** Asks whether to discard what was entered, and does `then` if so. */
  ask: (then: () => void) => void;
}

const UnsavedContext = React.createContext<Unsaved | null>(null);

/**
 * Tells the dialog around a form whether the person has entered something. Returns a function that
 * does something at once, or asks first if it would lose what was entered.
 *
 * @param loss which words the question has
 */
export function useUnsaved(isChanged: boolean, loss: Loss = 'discard'): (then: () => void) => void {
  const form = React.useId();
  const unsaved = React.useContext(UnsavedContext);

  React.useEffect(() => {
    unsaved?.mark(form, isChanged ? loss : null);
    return () => unsaved?.mark(form, null);
  }, [unsaved, form, isChanged, loss]);

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
  const [losses, setLosses] = React.useState<{ form: string; loss: Loss }[]>([]);
  const [asked, setAsked] = React.useState<{ then: () => void } | null>(null);
  const [shownLoss, setShownLoss] = React.useState<Loss>('discard');
  const focused = React.useRef<Element | null>(null);
  const isChanged = losses.length > 0;
  // A form stands in front of what the dialog has shown before.
  const latest = React.useRef<Loss>('discard');
  latest.current = losses.at(-1)?.loss ?? 'discard';

  const unsaved = React.useMemo<Unsaved>(
    () => ({
      mark: (form, made) =>
        setLosses((before) => {
          const others = before.filter((one) => one.form !== form);
          return made ? [...others, { form, loss: made }] : others;
        }),
      ask: (then) => {
        focused.current = document.activeElement;
        setShownLoss(latest.current);
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
        title={t(`${shownLoss}.title`)}
        confirmLabel={t(`${shownLoss}.confirm`)}
        cancelLabel={t(`${shownLoss}.cancel`)}
        isDangerous
        onConfirm={async () => {
          setAsked(null);
          asked?.then();
        }}
        onClose={() => setAsked(null)}
        returnFocus={() => focused.current instanceof HTMLElement && focused.current.focus()}
      >
        {t(`${shownLoss}.question`)}
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
