import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { AddressField } from './AddressField';
import { HiddenAddress } from './HiddenAddress';
import { useLinkName } from './useLinkName';

/** The address to copy or open, or why there is none. */
export function DetailAddress({ link }: { link: Link }) {
  const t = useTranslate();
  const name = useLinkName()(link);

  if (link.url) return <AddressField linkId={link.id} url={link.url} name={name} />;
  const reason = link.state === 'revoked' ? 'site.address.deleted' : 'site.address.hidden';
  return <HiddenAddress link={link} reason={t(reason)} />;
}
