import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { FormattedMessage } from 'react-intl';

import type { EntrySharing } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { taskMark } from '../../ui/focus';
import { useFormatDate } from '../../ui/useFormatDate';
import { messageId, useTranslate } from '../../utils/translations';
import { VisitsButton } from '../../visits/VisitsButton';
import { ClosedReasons } from '../link/ClosedReasons';
import { HiddenFields } from '../link/HiddenFields';
import { LinkAddress } from '../link/LinkAddress';
import { MissingFields } from '../link/MissingFields';
import { LinkFacts } from '../link/LinkFacts';
import type { LinkTask } from '../link/linkTasks';
import { useLinkName, useVersionName } from '../link/names';
import { StateBadge } from '../link/StateBadge';
import { LinkMenu } from './LinkMenu';
import { LinkName } from './LinkName';

interface LinkRowProps {
  link: Link;
  isNew: boolean;
  sharing: EntrySharing;
  onTask: (task: LinkTask) => void;
}

export function LinkRow({ link, isNew, sharing, onTask }: LinkRowProps) {
  const t = useTranslate();
  const name = useLinkName()(link);
  const versionName = useVersionName(sharing);

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
            <StateBadge link={link} />
            {sharing.versions.draftAndPublish || link.shows === 'frozen' ? (
              <Badge>{versionName(link.shows)}</Badge>
            ) : null}
            {link.locale ? <Badge>{link.locale}</Badge> : null}
          </Flex>
        </Flex>
        <LinkAddress
          link={link}
          isNew={isNew}
          hiddenReason={t(
            sharing.addressesKept ? 'link.address.notAllowed' : 'link.address.notKept'
          )}
        />
        <LinkFacts link={link} />
        <Flex>
          <VisitsButton link={link} name={name} onClick={() => onTask('visits')} />
        </Flex>
        <MissingFields link={link} />
        <HiddenFields link={link} exposure={sharing.exposure} />
        <ClosedReasons link={link} without={sharing} />
        <Flex justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            <MadeBy link={link} />
          </Typography>
          <Flex gap={2} wrap="wrap">
            {sharing.can.manage ? (
              <>
                <Button
                  size="S"
                  variant="tertiary"
                  startIcon={<Pencil />}
                  aria-label={t('link.edit.named', { name })}
                  data-task={taskMark('edit', link.id)}
                  onClick={() => onTask('edit')}
                >
                  {t('link.task.edit')}
                </Button>
                <Button
                  size="S"
                  variant="danger-light"
                  startIcon={<Trash />}
                  aria-label={t('link.delete.named', { name })}
                  data-task={taskMark('delete', link.id)}
                  onClick={() => onTask('delete')}
                >
                  {t('link.delete')}
                </Button>
              </>
            ) : null}
            <LinkMenu link={link} name={name} sharing={sharing} onTask={onTask} />
          </Flex>
        </Flex>
      </Flex>
    </Box>
  );
}

function MadeBy({ link }: { link: Link }) {
  const formatDate = useFormatDate();

  return (
    <FormattedMessage
      id={messageId('link.made')}
      values={{
        date: <time dateTime={link.createdAt}>{formatDate(link.createdAt)}</time>,
        name: link.sharedBy.name,
      }}
    />
  );
}
