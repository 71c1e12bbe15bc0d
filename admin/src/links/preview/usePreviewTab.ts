import * as React from 'react';

import type { Preview } from '../../../../contracts/previews';
import type { RequestError } from '../../api';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';

type Ask = () => Promise<{ data: Preview } | { error: RequestError }>;

/**
 * Opens a preview in a new tab. Returns why there is none, or null. The tab opens before the server
 * is asked: browsers allow that only at the click itself.
 */
export function usePreviewTab() {
  const t = useTranslate();
  const notify = useNotify();
  const [isAsking, setAsking] = React.useState(false);

  async function open(ask: Ask): Promise<RequestError | null> {
    if (isAsking) return null;
    const tab = emptyTab(t('preview.opening'));
    setAsking(true);
    const answer = await ask();
    setAsking(false);
    if ('error' in answer) {
      tab?.close();
      return answer.error;
    }
    const address = previewAddress(answer.data);
    const isElsewhere = address.origin !== window.location.origin;
    if (tab) lead(tab, address, isElsewhere ? answer.data.key : undefined);
    else {
      // A link can't send the key that a server of another origin asks for.
      const link = { url: address.href, label: t('preview.open'), target: '_blank' };
      notify.hint(t('preview.blocked'), isElsewhere ? undefined : link);
    }
    return null;
  }

  return { open, isAsking };
}

function emptyTab(title: string): Window | null {
  const tab = window.open('', '_blank');
  if (!tab) return null;
  tab.opener = null;
  tab.document.title = title;
  return tab;
}

function previewAddress({ url }: Preview): URL {
  const { backendURL } = window.strapi as { backendURL?: string };
  return new URL(url, new URL(backendURL || '/', window.location.href));
}

/**
 * A server of another origin could give this page no cookie. So its own address gets the key for
 * one, in a form: what is sent in an address could be found in logs.
 */
function lead(tab: Window, address: URL, key: string | undefined): void {
  if (key === undefined) {
    tab.location.replace(address.href);
    return;
  }
  const form = tab.document.createElement('form');
  const input = tab.document.createElement('input');
  form.method = 'post';
  form.action = address.href;
  input.type = 'hidden';
  input.name = 'key';
  input.value = key;
  form.append(input);
  tab.document.body.append(form);
  form.submit();
}
