import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';

import type { EntrySharing } from '../../../contracts/entries';
import type { Link } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';
import { LinkAddress } from './LinkAddress';
import { LinkName } from './LinkName';
import { MadeBy } from './MadeBy';
import { useLinkName } from './useLinkName';

interface LinkRowProps {
  link: Link;
  isNew: boolean;
  sharing: EntrySharing;
  onDelete: () => void;
}

export function LinkRow({ link, isNew, sharing, onDelete }: LinkRowProps) {
  const t = useTranslate();
  const name = useLinkName()(link);

  return (
    <Box
      tag="li"
      hasRadius
      padding={4}
      background={isNew ? 'primary100' : 'neutral0'}
      borderColor={isNew ? 'primary200' : 'neutral200'}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={2} wrap="wrap">
          <LinkName link={link} canRename={sharing.can.manage} />
          <Flex gap={2} wrap="wrap">
            {isNew ? <Badge>{t('link.new')}</Badge> : null}
            {link.state === 'active' ? null : (
              <Badge variant="warning">{t(`link.state.${link.state}`)}</Badge>
            )}
            {sharing.versions.draftAndPublish ? (
              <Badge>{t(`link.shows.${link.shows}`)}</Badge>
            ) : null}
            {link.locale ? <Badge>{link.locale}</Badge> : null}
          </Flex>
        </Flex>
        <LinkAddress link={link} name={name} isNew={isNew} addressesKept={sharing.addressesKept} />
        <Flex justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            <MadeBy link={link} />
          </Typography>
          {sharing.can.manage ? (
            <Button
              size="S"
              variant="danger-light"
              startIcon={<Trash />}
              aria-label={t('link.delete.named', { name })}
              data-delete={link.id}
              onClick={onDelete}
            >
              {t('link.delete')}
            </Button>
          ) : null}
        </Flex>
      </Flex>
    </Box>
  );
}
