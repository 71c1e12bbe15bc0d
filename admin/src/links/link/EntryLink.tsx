import type { ReactNode } from 'react';

import { Flex, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import type { Link } from '../../../../contracts/links';
import { entryPath } from '../../../../contracts/panel-paths';
import { useContentTypes } from '../../api';
import { useTranslate } from '../../utils/translations';

const Anchor = styled(RouterLink)`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

interface EntryAnchorProps {
  link: Pick<Link, 'contentType' | 'documentId' | 'locale'>;
  isSingle: boolean;
  children: ReactNode;
}

/** Leads to the edit view of a link's entry. */
export function EntryAnchor({ link, isSingle, children }: EntryAnchorProps) {
  return <Anchor to={entryPath(link, isSingle)}>{children}</Anchor>;
}

/** Shows the title and the type of a link's entry; the title leads to the edit view. */
export function EntryLink({ link }: { link: Link }) {
  const t = useTranslate();
  const type = useContentTypes()[link.contentType];
  const title = link.entryTitle || t('site.untitled');

  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      maxWidth="100%"
      style={{ overflowWrap: 'anywhere' }}
    >
      {type ? (
        <EntryAnchor link={link} isSingle={type.isSingle}>
          {title}
        </EntryAnchor>
      ) : (
        <Typography>{title}</Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {[type?.name ?? link.contentType, link.locale].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
}
