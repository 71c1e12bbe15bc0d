import * as React from 'react';

import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Blocker, Form, Layouts, Page, useForm } from '@strapi/strapi/admin';

import type { SettingsAnswer } from '../../../contracts/settings';
import { Notice } from '../ui/Notice';
import { useTranslate } from '../utils/translations';
import { useEffectsDialog } from './EffectsDialog';
import { AccessContext } from './fields/fieldAccess';
import { BrandingSection } from './sections/BrandingSection';
import { LimitsSection } from './sections/LimitsSection';
import { RemindersSection } from './sections/RemindersSection';
import { RulesSection } from './sections/RulesSection';
import { SharersSection } from './sections/SharersSection';
import { TypesSection } from './sections/TypesSection';
import { VisitorsSection } from './sections/VisitorsSection';
import { VisitsSection } from './sections/VisitsSection';
import { StatusBox } from './StatusBox';
import { toForm } from './settingsForm';
import { useSaveSettings } from './useSaveSettings';

interface SettingsEditorProps {
  answer: SettingsAnswer;
  isReadOnly: boolean;
}

export function SettingsEditor({ answer, isReadOnly }: SettingsEditorProps) {
  const t = useTranslate();
  const initialValues = React.useMemo(() => toForm(answer), [answer]);
  const access = React.useMemo(
    () => ({ isReadOnly, locked: answer.meta.locked }),
    [isReadOnly, answer.meta.locked]
  );
  const { confirm, dialog } = useEffectsDialog();
  const save = useSaveSettings(initialValues, answer.meta.locked, confirm);

  return (
    <Page.Main>
      <Page.Title>{t('settings.title')}</Page.Title>
      <AccessContext.Provider value={access}>
        <Form method="PUT" initialValues={initialValues} disabled={isReadOnly} onSubmit={save}>
          <Layouts.Header
            title={t('settings.title')}
            subtitle={t('settings.subtitle')}
            primaryAction={isReadOnly ? null : <SaveButton />}
          />
          <Layouts.Content>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <StatusBox status={answer.meta.status} />
              {isReadOnly ? <Notice variant="info">{t('settings.readOnly')}</Notice> : null}
              <TypesSection meta={answer.meta} />
              <SharersSection />
              <RulesSection meta={answer.meta} />
              <VisitorsSection />
              <BrandingSection />
              <VisitsSection />
              <LimitsSection />
              <RemindersSection />
            </Flex>
          </Layouts.Content>
          <Blocker />
        </Form>
        {dialog}
      </AccessContext.Provider>
    </Page.Main>
  );
}

function SaveButton() {
  const t = useTranslate();
  const isModified = useForm('SaveButton', (form) => form.modified);
  const isSubmitting = useForm('SaveButton', (form) => form.isSubmitting);

  return (
    <Button
      type="submit"
      startIcon={<Check />}
      disabled={!isModified}
      loading={isSubmitting}
      data-save-settings=""
    >
      {t('settings.save')}
    </Button>
  );
}
