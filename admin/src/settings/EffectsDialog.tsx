import * as React from 'react';

import type { SettingsEffects } from '../../../contracts/settings';
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog';
import { useLatch } from '../ui/dialog/useLatch';
import { useTranslate } from '../utils/translations';

interface Question {
  effects: SettingsEffects;
  answer: (isConfirmed: boolean) => void;
}

/** Returns a function that asks the person, and the dialog that does so. */
export function useEffectsDialog() {
  const [question, setQuestion] = React.useState<Question | null>(null);
  const confirm = (effects: SettingsEffects) =>
    new Promise<boolean>((resolve) => setQuestion({ effects, answer: resolve }));

  function answer(isConfirmed: boolean) {
    question?.answer(isConfirmed);
    setQuestion(null);
  }

  return {
    confirm,
    dialog: <EffectsDialog effects={question?.effects ?? null} onAnswer={answer} />,
  };
}

interface EffectsDialogProps {
  /** Null if nobody is asked. */
  effects: SettingsEffects | null;
  onAnswer: (isConfirmed: boolean) => void;
}

/** Says how many links the changed settings close, before they are saved. */
function EffectsDialog({ effects, onAnswer }: EffectsDialogProps) {
  const t = useTranslate();
  const shown = useLatch(effects);
  const sentences = (['closed', 'narrowed', 'crowded'] as const)
    .filter((name) => shown !== null && shown[name] > 0)
    .map((name) => t(`settings.effects.${name}`, { count: shown?.[name] ?? 0 }));

  return (
    <ConfirmDialog
      isOpen={effects !== null}
      title={t('settings.effects.title')}
      confirmLabel={t('settings.save')}
      isDangerous={shown !== null && shown.closed + shown.narrowed > 0}
      onConfirm={async () => onAnswer(true)}
      onClose={() => onAnswer(false)}
      returnFocus={() => document.querySelector<HTMLElement>('[data-save-settings]')?.focus()}
    >
      {sentences.join(' ')}
    </ConfirmDialog>
  );
}
