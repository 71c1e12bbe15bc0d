import type { ReactElement, ReactNode } from 'react';

import type { RefusalReason } from '../../../contracts/errors';
import { PASSWORD_MAX_TYPED } from '../../../contracts/links';
import { Icon } from './elements';
import type { PageContext } from './elements';
import { Document } from './layout/document';
import { Footer, TopBar } from './layout/frame';
import { formatDateTime, machineDateTime } from './values';

/** Tells that a link does not work and what to do, but nothing about what it may have opened. */
export function RefusalPage({ page }: { page: PageContext }): ReactElement {
  const { refusal } = page.texts;
  return (
    <Gate page={page} title={refusal.title} icon="unlink">
      <p>{refusal.reason}</p>
      <p>
        <strong>{refusal.advice}</strong>
      </p>
    </Gate>
  );
}

export interface PasswordForm {
  /** The address of the link. */
  address: string;
  /** Tells one sending of the form from the next: sent twice, a wrong password counts once. */
  attempt?: string;
  isWrong: boolean;
  /** Another site shows the page in a frame, where a browser may keep no cookies. */
  isInFrame: boolean;
}

/** Asks for the password of a link, with a plain form that works without scripts. */
export function PasswordPage(props: PasswordForm & { page: PageContext }): ReactElement {
  const { password } = props.page.texts;
  return (
    <Gate page={props.page} title={password.title} icon="lock">
      <p>{password.reason}</p>
      <form method="post" action={`${props.address}/unlock`} className="gate__form">
        {props.attempt && <input type="hidden" name="attempt" value={props.attempt} />}
        <label htmlFor="password">{password.label}</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="off"
          maxLength={PASSWORD_MAX_TYPED}
          required
          autoFocus
          aria-invalid={props.isWrong || undefined}
          aria-describedby={props.isWrong ? 'wrong' : undefined}
        />
        {props.isWrong && (
          <p id="wrong" role="alert" className="gate__wrong">
            {password.wrong}
          </p>
        )}
        <button type="submit">{password.submit}</button>
      </form>
      {props.isInFrame && (
        <p className="gate__frame">
          {password.inFrame.note}{' '}
          <a href={props.address} target="_blank" rel="noopener">
            {password.inFrame.open}
          </a>
        </p>
      )}
    </Gate>
  );
}

/**
 * Asks a person to open the page, with a button that needs no script. A machine that only reads
 * addresses takes no visitor's place.
 */
export function AskingPage(props: { page: PageContext; address: string }): ReactElement {
  const { asking } = props.page.texts;
  return (
    <Gate page={props.page} title={asking.title} icon="file">
      <p>{asking.reason}</p>
      <form method="post" action={`${props.address}/open`} className="gate__form">
        <button type="submit">{asking.submit}</button>
      </form>
    </Gate>
  );
}

/**
 * Asks the visitor to wait. The visitor may only share a network with the client that caused this.
 */
export function LimitedPage(props: { page: PageContext; retryAfter: number }): ReactElement {
  const { limited } = props.page.texts;
  return (
    <Gate page={props.page} title={limited.title} icon="wait">
      <p>{limited.reason}</p>
      <p>
        <strong>{limited.advice(props.retryAfter)}</strong>
      </p>
    </Gate>
  );
}

/** Tells that the site has failed. */
export function FailurePage({ page }: { page: PageContext }): ReactElement {
  const { failure } = page.texts;
  return (
    <Gate page={page} title={failure.title} icon="wait">
      <p>{failure.reason}</p>
      <p>
        <strong>{failure.advice}</strong>
      </p>
    </Gate>
  );
}

/** Tells that the site has stopped a request, for example that it blocks a network. */
export function StoppedPage({ page }: { page: PageContext }): ReactElement {
  const { stopped } = page.texts;
  return (
    <Gate page={page} title={stopped.title} icon="unlink">
      <p>{stopped.reason}</p>
      <p>
        <strong>{stopped.advice}</strong>
      </p>
    </Gate>
  );
}

export interface Explanation {
  reason: RefusalReason;
  opensAt: string | null;
}

/** Tells why a link does not open, on sites that explain refusals. */
export function ExplainedRefusalPage(props: Explanation & { page: PageContext }): ReactElement {
  const { page, reason, opensAt } = props;
  const { closed } = page.texts;
  if (!isClosed(closed, reason)) return <EndedPage page={page} reason={reason} />;
  const { title, message, advice } = closed[reason];
  return (
    <Gate page={page} title={title} icon="wait">
      <p>{message}</p>
      {opensAt !== null && (
        <p>
          {page.texts.opens}{' '}
          <time dateTime={machineDateTime(opensAt)}>{formatDateTime(opensAt, page.locale)}</time>
        </p>
      )}
      <p>
        <strong>{advice}</strong>
      </p>
    </Gate>
  );
}

/** Returns true for a link that may open again at the same address. */
function isClosed(
  closed: PageContext['texts']['closed'],
  reason: RefusalReason
): reason is keyof typeof closed {
  return Object.hasOwn(closed, reason);
}

function EndedPage({ page, reason }: { page: PageContext; reason: RefusalReason }): ReactElement {
  const { explained, refusal } = page.texts;
  const details: Partial<Record<RefusalReason, string>> = explained.details;
  const detail = details[reason];
  return (
    <Gate page={page} title={explained.title} icon="unlink" hasEnded>
      <p>{explained.message}</p>
      {detail && <p>{detail}</p>}
      <p>
        <strong>{refusal.advice}</strong>
      </p>
    </Gate>
  );
}

/** A page with a single message. */
export function Gate(props: {
  page: PageContext;
  title: string;
  icon: 'file' | 'unlink' | 'lock' | 'wait';
  head?: ReactNode;
  /** True for a link that does not open again by itself. */
  hasEnded?: boolean;
  children: ReactNode;
}): ReactElement {
  const { page, title } = props;
  return (
    <Document page={page} title={title} shape="with-gate" head={props.head}>
      <TopBar page={page} />
      <main className="gate" data-ended={props.hasEnded ? '' : undefined}>
        <span className="gate__sign">
          <Icon name={props.icon} />
        </span>
        <h1>{title}</h1>
        {props.children}
      </main>
      <Footer page={page} />
    </Document>
  );
}
