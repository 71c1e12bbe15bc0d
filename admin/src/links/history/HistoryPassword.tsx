import { Flex, Typography } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { RevealButton, RevealedPassword } from '../password/Reveal';
import { useReveal } from '../password/useReveal';

interface HistoryPasswordProps {
  link: Link;
  name: string;
  canReveal: boolean;
}

/** Says whether a link has a password, and shows it to those who may read it. */
export function HistoryPassword({ link, name, canReveal }: HistoryPasswordProps) {
  const t = useTranslate();
  const reveal = useReveal(link.id);

  if (!link.hasPassword) {
    return <Typography textColor="neutral600">{t('history.none')}</Typography>;
  }
  if (!canReveal) return <>{t('history.password.set')}</>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <RevealButton reveal={reveal} name={name} />
      {reveal.isShown ? <RevealedPassword password={reveal.password} /> : null}
    </Flex>
  );
}
