import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { Notice } from '../../ui/Notice';
import { saveFile } from '../../ui/useDownload';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { QR_FILES, qrFileName } from './files';
import type { QrFile } from './files';
import { useIsGone } from './useIsGone';
import { useQrFetch, useQrImage } from './useQrImage';

/** Shows the address of a link as a QR code, and offers it as files. */
export function QrCode({ link, name }: { link: Link; name: string }) {
  const t = useTranslate();
  const notify = useNotify();
  const fetchQr = useQrFetch();
  const { source, hasFailed } = useQrImage(link);
  const isGone = useIsGone(link, hasFailed);

  async function download(file: QrFile) {
    try {
      saveFile(await fetchQr(link.id, file), qrFileName(link, file));
    } catch (error) {
      notify.failure(error instanceof Error ? error : t('qr.failed'));
    }
  }

  if (hasFailed) {
    return (
      <Notice variant={isGone ? 'warning' : 'danger'} role="alert">
        {t(isGone ? 'link.gone' : 'qr.failed')}
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
