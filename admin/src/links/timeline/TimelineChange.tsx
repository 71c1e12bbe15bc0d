import { Typography } from '@strapi/design-system';

import type { FieldLabels, TimelineEvent } from '../../../../contracts/links';
import { useFormatDate } from '../../ui/useFormatDate';
import { useIntervalText } from '../../ui/useIntervalText';
import { useLocaleName } from '../../ui/useLocaleName';
import { fieldNamesOf } from '../../utils/fieldPaths';
import { useTranslate } from '../../utils/translations';
import type { MessageKey } from '../../utils/translations';
import { shownValue } from './shownChanges';

interface TimelineChangeProps {
  change: TimelineEvent['changes'][number];
  labels: FieldLabels;
  /** Whether the link is new, so that there was no value before. */
  isFirst: boolean;
}

const FIELDS: Record<string, MessageKey> = {
  label: 'name.label',
  expiresAt: 'rules.expiry',
  startsAt: 'rules.startsAt',
  shows: 'rules.shows',
  fields: 'rules.fields',
  slug: 'rules.slug',
  maxViewers: 'rules.viewers',
  includeChildren: 'rules.children',
  locale: 'site.fact.locale',
  locales: 'rules.locales',
  refreshSeconds: 'rules.refresh',
  allowDownload: 'rules.downloads',
  allowIndexing: 'rules.indexing',
  frameOrigins: 'rules.frames',
  notifyFirstVisit: 'rules.notify',
  sharedBy: 'history.column.sharedBy',
  visits: 'timeline.visits',
};

const NOTHING: Record<string, MessageKey> = {
  expiresAt: 'rules.expiry.never',
  startsAt: 'timeline.atOnce',
  maxViewers: 'timeline.anyNumber',
  refreshSeconds: 'rules.refresh.never',
  frameOrigins: 'rules.frames.none',
};

const VERSIONS: Record<string, MessageKey> = {
  published: 'rules.shows.published',
  draft: 'rules.shows.draft',
  frozen: 'rules.shows.frozen',
};

export function TimelineChange({ change, labels, isFirst }: TimelineChangeProps) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const interval = useIntervalText();
  const localeName = useLocaleName();
  const { field, from, to } = change;
  const fieldKey = FIELDS[field];
  const name = fieldKey ? t(fieldKey) : field;

  function words(value: unknown): string {
    const shown = shownValue(field, value);
    if (shown.kind === 'nothing') return t(NOTHING[field] ?? 'timeline.nothing');
    if (shown.kind === 'moment') return formatDate(shown.iso);
    if (shown.kind === 'flag') return t(shown.isOn ? 'timeline.yes' : 'timeline.no');
    if (shown.kind === 'duration') return interval(shown.seconds);
    if (shown.kind === 'locales') return shown.codes.map(localeName).join(', ');
    if (shown.kind === 'fields') return fieldNamesOf(shown.paths, labels);
    if (shown.kind === 'text') return shown.text;
    const version = VERSIONS[shown.shows];
    return version ? t(version) : shown.shows;
  }

  return (
    <li>
      <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {isFirst
          ? t('timeline.value', { field: name, to: words(to) })
          : t('timeline.change', { field: name, from: words(from), to: words(to) })}
      </Typography>
    </li>
  );
}
