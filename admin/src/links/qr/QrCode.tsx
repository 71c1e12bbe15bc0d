import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { Notice } from '../../ui/Notice';
import { QR_FILES, qrFileName } from './files';
import type { QrFile } from './files';
import { useQrFetch } from './useQrFetch';
import { useQrImage } from './useQrImage';

/** The address of a link as a picture, to look at and to take away. */
export function QrCode({ link, name }: { link: Link; name: string }) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const fetchQr = useQrFetch();
  const { source, hasFailed } = useQrImage(link);

  async function download(file: QrFile) {
    try {
      save(await fetchQr(link.id, file), qrFileName(link, file));
    } catch (error) {
      const message = error instanceof Error ? formatError(error) : t('qr.failed');
      toggleNotification({ type: 'danger', message });
    }
  }

  if (hasFailed) {
    return (
      <Notice variant="danger" role="alert">
        {t('qr.failed')}
      </Notice>
    );
  }
  return (
    <Flex direction="column" gap={5}>
      <Flex
        justifyContent="center"
        width="28rem"
        maxWidth="100%"
        padding={4}
        hasRadius
        // A scanner needs dark on light, in the dark theme too.
        style={{ background: '#fff', aspectRatio: '1' }}
      >
        {source ? (
          <img src={source} alt={t('qr.alt', { name })} style={{ width: '100%' }} />
        ) : (
          <Loader small>{t('qr.loading')}</Loader>
        )}
      </Flex>
      {link.url ? (
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere', textAlign: 'center' }}
        >
          {link.url}
        </Typography>
      ) : null}
      <Box>
        <Flex gap={2} wrap="wrap" justifyContent="center">
          {QR_FILES.map((file) => (
            <Button
              key={file.key}
              variant="tertiary"
              startIcon={<Download />}
              aria-label={t('qr.download', { file: t(`qr.file.${file.key}`) })}
              onClick={() => void download(file)}
            >
              {t(`qr.file.${file.key}`)}
            </Button>
          ))}
        </Flex>
      </Box>
    </Flex>
  );
}

function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Not at once, or some browsers have not started yet.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
