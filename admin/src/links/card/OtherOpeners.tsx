import * as React from 'react';

import { Box, Flex, TextButton, Typography } from '@strapi/design-system';

import type { EntryOpeners, Opener } from '../../../../contracts/entries';
import { useContentTypes } from '../../api';
import { useLocaleName } from '../../ui/useLocaleName';
import { useTranslate } from '../../utils/translations';
import { useClosedWord } from '../link/ClosedReasons';
import { EntryAnchor } from '../link/EntryLink';
import { useLinkName } from '../link/names';

/** So many are named before the others are asked for. */
const FIRST = 3;

/** Names the links of other entries and languages that show this entry. */
export function OtherOpeners({ openers: { elsewhere } }: { openers: EntryOpeners }) {
  const open = elsewhere.filter(({ opensFor }) => opensFor !== 'nobody');
  const closed = elsewhere.filter(({ opensFor }) => opensFor === 'nobody');

  return (
    <>
      <OpenerList openers={open} title="openers.title" />
      <OpenerList openers={closed} title="openers.closed" />
    </>
  );
}

interface OpenerListProps {
  openers: Opener[];
  title: 'openers.title' | 'openers.closed';
}

function OpenerList({ openers, title }: OpenerListProps) {
  const t = useTranslate();
  const id = React.useId();
  const [isWhole, setWhole] = React.useState(false);
  const shown = isWhole ? openers : openers.slice(0, FIRST);
  const more = openers.length - shown.length;

  if (openers.length === 0) return null;
  return (
    <Box background="neutral100" hasRadius padding={3}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography id={id} tag="p" variant="pi" fontWeight="bold">
          {t(title, { count: openers.length })}
        </Typography>
        <Flex tag="ul" aria-labelledby={id} direction="column" alignItems="stretch" gap={2}>
          {shown.map((opener, index) => (
            <li key={opener.link?.id ?? `unseen-${index}`}>
              <OpenerText opener={opener} />
            </li>
          ))}
        </Flex>
        {more > 0 ? (
          <TextButton onClick={() => setWhole(true)}>
            {t('openers.more', { count: more })}
          </TextButton>
        ) : null}
      </Flex>
    </Box>
  );
}

function OpenerText({ opener }: { opener: Opener }) {
  const t = useTranslate();
  const nameOf = useLinkName();
  const localeName = useLocaleName();
  const closedWord = useClosedWord();
  const types = useContentTypes();
  const { by, link, opensFor } = opener;
  const [reason] = opener.closedBy;
  const note = opensFor === 'admitted' ? t('openers.admitted') : reason ? closedWord(reason) : null;

  const text = link
    ? t(`openers.${by}`, {
        name: nameOf(link),
        locale: link.locale ? localeName(link.locale) : '',
        title: link.entryTitle || t('site.untitled'),
      })
    : t(`openers.unseen.${by}`);
  const type = link ? types[link.contentType] : undefined;
  return (
    <Typography tag="span" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
      {link && type ? (
        <EntryAnchor link={link} isSingle={type.isSingle}>
          {text}
        </EntryAnchor>
      ) : (
        text
      )}
      {note ? ` (${note})` : null}
    </Typography>
  );
}
