import { useForm } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { PLUGIN_ID } from '../../../../contracts/permissions';
import { useMaySeeLinks } from '../../utils/access';
import { useTranslate } from '../../utils/translations';
import { SettingNotice } from './SettingNotice';
import type { SettingsForm } from '../settingsForm';
import { ToggleSetting } from './ToggleSetting';

const Anchor = styled(RouterLink)`
  color: ${({ theme }) => theme.colors.primary600};
`;

/** Whether new links need a password; says how many of the others have none. */
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
