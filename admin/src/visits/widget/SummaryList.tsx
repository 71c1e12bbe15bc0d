import { Box, Flex, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { entryPath } from '../../../../contracts/panel-paths';
import type { LinkSummary } from '../../../../contracts/visits';
import { useContentTypes } from '../../api';
import { useTranslate } from '../../utils/translations';

const Row = styled(Flex)`
  padding-block: ${({ theme }) => theme.spaces[2]};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const Anchor = styled(RouterLink)`
  display: block;
  overflow: hidden;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-decoration: none;
  text-overflow: ellipsis;
  white-space: nowrap;

  &:hover {
    text-decoration: underline;
  }
`;

interface SummaryListProps {
  title: string;
  /** The text if the list is empty. */
  none: string;
  links: LinkSummary[];
  /** Returns what the list says about a link. */
  fact: (link: LinkSummary) => string;
}

export function SummaryList({ title, none, links, fact }: SummaryListProps) {
  const t = useTranslate();
  const types = useContentTypes();

  return (
    <Box>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {links.length === 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
          {none}
        </Typography>
      ) : (
        <Box tag="ul" paddingTop={2}>
          {links.map((link) => (
            <Row key={link.id} tag="li" justifyContent="space-between" gap={4}>
              <Box minWidth={0}>
                <Anchor to={entryPath(link, types[link.contentType]?.isSingle ?? false)}>
                  {link.entryTitle || t('site.untitled')}
                </Anchor>
                <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                  {link.label || t('link.unnamed')}
                </Typography>
              </Box>
              <Typography shrink={0} variant="pi" textColor="neutral800">
                {fact(link)}
              </Typography>
            </Row>
          ))}
        </Box>
      )}
    </Box>
  );
}
