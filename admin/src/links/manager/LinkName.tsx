import * as React from 'react';

import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useLinkName } from '../link/names';
import { RenameForm } from './RenameForm';

interface LinkNameProps {
  link: Link;
  canRename: boolean;
}

export function LinkName({ link, canRename }: LinkNameProps) {
  const t = useTranslate();
  const name = useLinkName()(link);
  const [isEditing, setEditing] = React.useState(false);
  const pencil = React.useRef<HTMLButtonElement>(null);
  const wasEditing = React.useRef(false);

  React.useEffect(() => {
    if (wasEditing.current && !isEditing) pencil.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  if (isEditing) return <RenameForm link={link} onClose={() => setEditing(false)} />;

  return (
    <Flex gap={2} maxWidth="100%">
      <Typography
        tag="h4"
        fontWeight="bold"
        textColor={link.label ? 'neutral800' : 'neutral600'}
        style={{ overflowWrap: 'anywhere' }}
      >
        {link.label || t('link.unnamed')}
      </Typography>
      {canRename ? (
        <IconButton
          ref={pencil}
          size="XS"
          variant="ghost"
          label={t('link.rename.named', { name })}
          onClick={() => setEditing(true)}
        >
          <Pencil />
        </IconButton>
      ) : null}
    </Flex>
  );
}
