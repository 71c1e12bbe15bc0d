import type { ReactNode } from 'react';

import { Box } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { PLUGIN_ID } from '../../../../contracts/permissions';
import { Notice } from '../../ui/Notice';
import { useMaySeeLinks } from '../../utils/access';
import { useTranslate } from '../../utils/translations';
import type { SettingsForm } from '../settingsForm';
import { ToggleSetting } from './ToggleSetting';

const Anchor = styled(RouterLink)`
  color: ${({ theme }) => theme.colors.primary600};
`;

/** Sets whether new links need a password. Says how many links have none. */
export function PasswordRequiredSetting({ withoutPassword }: { withoutPassword: number }) {
  const t = useTranslate();
  const maySeeLinks = useMaySeeLinks();
  const isOn = useForm(
    'PasswordRequiredSetting',
    ({ values }) => (values as SettingsForm).passwordRequired
  );

  return (
    <>
      <ToggleSetting
        name="passwordRequired"
        label={t('settings.passwordRequired')}
        hint={t('settings.passwordRequired.hint')}
      />
      <SettingNotice>
        {isOn && withoutPassword > 0 ? (
          <>
            {t('settings.passwordRequired.others', { count: withoutPassword })}{' '}
            {maySeeLinks ? (
              <Anchor to={`/plugins/${PLUGIN_ID}?password=none`}>
                {t('settings.passwordRequired.see')}
              </Anchor>
            ) : null}
          </>
        ) : null}
      </SettingNotice>
    </>
  );
}

/** Sets whether passwords can be read back. Says what is deleted if it is turned off. */
export function PasswordRevealSetting() {
  const t = useTranslate();
  const isTurnedOff = useForm('PasswordRevealSetting', ({ initialValues, values }) => {
    const [before, after] = [initialValues as SettingsForm, values as SettingsForm];
    return before.passwordReveal && !after.passwordReveal;
  });

  return (
    <>
      <ToggleSetting
        name="passwordReveal"
        label={t('settings.passwordReveal')}
        hint={t('settings.passwordReveal.hint')}
      />
      <SettingNotice>{isTurnedOff ? t('settings.passwordReveal.deletes') : null}</SettingNotice>
    </>
  );
}

/** Says what a change of the setting above it causes; screen readers read it when it appears. */
function SettingNotice({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children ? (
        <Box paddingTop={3}>
          <Notice variant="warning">{children}</Notice>
        </Box>
      ) : null}
    </div>
  );
}
