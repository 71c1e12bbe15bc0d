import { PASSWORD_MAX_BYTES } from '../../../../../contracts/links';
import { useTranslate } from '../../../utils/translations';
import { byteLength, passwordStrength } from './password';

interface PasswordHintProps {
  password: string;
  minLength: number;
  isRequired: boolean;
}

/** Says how strong a password is, or what the site requires if none is typed. */
export function PasswordHint({ password, minLength, isRequired }: PasswordHintProps) {
  const t = useTranslate();

  if (password === '') {
    const key = isRequired ? 'rules.password.hint.required' : 'rules.password.hint';
    return <>{t(key, { min: minLength })}</>;
  }
  if (byteLength(password) > PASSWORD_MAX_BYTES) {
    return <>{t('rules.fault.passwordLong', { max: PASSWORD_MAX_BYTES })}</>;
  }
  const missing = minLength - [...password].length;
  return (
    <>
      {missing > 0
        ? t('rules.password.missing', { count: missing })
        : t(`rules.password.${passwordStrength(password)}`)}
    </>
  );
}
