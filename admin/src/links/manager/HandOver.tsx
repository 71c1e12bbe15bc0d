import * as React from 'react';

import { Box, Button, Flex, TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { trimmedPassword } from '../../../../contracts/typed-texts';
import { FOCUS_TARGETS, taskMark } from '../../ui/focus';
import { useUnsaved } from '../../ui/dialog/unsaved';
import { copyKeys, useCopy } from '../../ui/useCopy';
import { useTranslate } from '../../utils/translations';
import { useLinkName } from '../link/names';
import { useCopyAddress } from '../link/useCopyAddress';

export interface HandedOver {
  link: Link;
  /** As it was entered in the form. Null if the link has none, or keeps the one that it had. */
  password: string | null;
}

interface HandOverProps {
  handedOver: HandedOver;
  /** Whether the person can read the password later, too. */
  canReveal: boolean;
  onDone: () => void;
}

/** Shows the address and the new password of a link once, ready to be sent to its visitors. */
export function HandOver({ handedOver, canReveal, onDone }: HandOverProps) {
  const { link } = handedOver;
  // Blanks that came along with a pasted password are not stored.
  const password = handedOver.password && trimmedPassword(handedOver.password);
  const t = useTranslate();
  const name = useLinkName()(link);
  const titleId = React.useId();
  const [isTaken, setTaken] = React.useState(false);
  const leave = useUnsaved(password !== null && !canReveal && !isTaken, 'handOver.leave');
  const { url } = link;
  const both =
    url && password
      ? [`${t('handOver.address')}: ${url}`, `${t('rules.password')}: ${password}`].join('\n')
      : null;

  function hint(): string {
    if (password !== null) return t(canReveal ? 'handOver.readable' : 'handOver.once');
    return t(link.hasPassword ? 'handOver.samePassword' : 'handOver.noPassword');
  }

  return (
    <Box
      role="group"
      aria-labelledby={titleId}
      hasRadius
      padding={4}
      background="primary100"
      borderColor="primary200"
      style={{ overflowWrap: 'anywhere' }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <div>
          <Typography id={titleId} tag="h4" fontWeight="bold" textColor="neutral800">
            {t('handOver.title', { name })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral800">
            {hint()}
          </Typography>
        </div>
        {url ? (
          <AddressPart link={link} text={url} isMain={both === null} />
        ) : (
          <Typography tag="p" variant="pi" textColor="neutral800">
            {t('handOver.noAddress')}
          </Typography>
        )}
        {password === null ? null : (
          <PasswordPart text={password} onCopied={() => setTaken(true)} />
        )}
        <Flex gap={2} wrap="wrap">
          {both === null ? null : (
            <BothParts link={link} text={both} onCopied={() => setTaken(true)} />
          )}
          <Button variant="tertiary" onClick={() => leave(onDone)}>
            {t('handOver.done')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}

/** Tells once that something has happened. */
function useWhen(hasHappened: boolean, tell: () => void): void {
  const latest = React.useRef(tell);
  latest.current = tell;
  React.useEffect(() => {
    if (hasHappened) latest.current();
  }, [hasHappened]);
}

interface PartProps {
  link: Link;
  text: string;
}

function AddressPart({ link, text, isMain }: PartProps & { isMain: boolean }) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const copying = useCopyAddress(link, field);

  return (
    <Part
      field={field}
      name={t('handOver.address')}
      text={text}
      copyLabel={t('handOver.copy.address')}
      copying={copying}
      mark={
        isMain
          ? { 'data-focus': FOCUS_TARGETS.newLink, 'data-task': taskMark('rotate', link.id) }
          : {}
      }
    />
  );
}

function PasswordPart({ text, onCopied }: { text: string; onCopied: () => void }) {
  const t = useTranslate();
  const field = React.useRef<HTMLInputElement>(null);
  const copying = useCopy(field, { done: t('password.copy.done') });
  useWhen(copying.isCopied, onCopied);

  return (
    <Part
      field={field}
      name={t('rules.password')}
      text={text}
      copyLabel={t('password.copy')}
      copying={copying}
      mark={{}}
    />
  );
}

interface FieldPartProps {
  field: React.RefObject<HTMLInputElement>;
  name: string;
  text: string;
  copyLabel: string;
  copying: ReturnType<typeof useCopy>;
  mark: Record<string, string>;
}

function Part({ field, name, text, copyLabel, copying, mark }: FieldPartProps) {
  return (
    <div>
      <Typography tag="p" aria-hidden variant="pi" fontWeight="bold" textColor="neutral800">
        {name}
      </Typography>
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        <Flex direction="column" alignItems="stretch" flex="1 1 20rem">
          <TextInput
            ref={field}
            readOnly
            size="S"
            style={{ fontFamily: 'monospace', textOverflow: 'ellipsis' }}
            value={text}
            aria-label={name}
            onFocus={(event) => event.target.select()}
          />
        </Flex>
        <Button
          variant="tertiary"
          startIcon={copying.isCopied ? <Check /> : <Duplicate />}
          onClick={() => void copying.copy()}
          {...mark}
        >
          {copyLabel}
        </Button>
      </Flex>
      <ByHand isShown={copying.hasFailed} />
    </div>
  );
}

/** The text to paste into a message: address and password, a line each. */
function BothParts({ link, text, onCopied }: PartProps & { onCopied: () => void }) {
  const t = useTranslate();
  const field = React.useRef<HTMLTextAreaElement>(null);
  const { copy, isCopied, hasFailed } = useCopyAddress(link, field, t('handOver.copy.both.done'));
  useWhen(isCopied, onCopied);
  const area = (
    <textarea
      ref={field}
      readOnly
      rows={2}
      tabIndex={hasFailed ? 0 : -1}
      value={text}
      aria-label={t('handOver.text')}
      style={{ width: '100%' }}
    />
  );

  return (
    <>
      <Button
        startIcon={isCopied ? <Check /> : <Duplicate />}
        data-focus={FOCUS_TARGETS.newLink}
        data-task={taskMark('rotate', link.id)}
        onClick={() => void copy()}
      >
        {t('handOver.copy.both')}
      </Button>
      {hasFailed ? area : <VisuallyHidden aria-hidden>{area}</VisuallyHidden>}
      <ByHand isShown={hasFailed} />
    </>
  );
}

function ByHand({ isShown }: { isShown: boolean }) {
  const t = useTranslate();

  if (!isShown) return null;
  return (
    <Typography role="status" tag="p" variant="pi" textColor="neutral800">
      {t('copy.byHand', { keys: copyKeys() })}
    </Typography>
  );
}
