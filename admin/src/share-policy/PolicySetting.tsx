import type { EntrySharing } from '../../../contracts/entries';
import { PolicySelect } from './PolicySelect';
import { PolicyText } from './PolicyText';

interface PolicySettingProps {
  sharing: EntrySharing;
  refetch: () => PromiseLike<unknown>;
}

/** Whether the entry may be shared at all: a choice for those who may make it, else words. */
export function PolicySetting({ sharing, refetch }: PolicySettingProps) {
  return sharing.can.setPolicy ? (
    <PolicySelect sharing={sharing} refetch={refetch} />
  ) : (
    <PolicyText policy={sharing.policy} />
  );
}
