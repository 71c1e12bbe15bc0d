import type { ReactElement, ReactNode } from 'react';

import { Icon } from './elements';
import type { PageContext } from './elements';
import { Document } from './layout/document';
import { Footer, TopBar } from './layout/frame';

/** Says that a link is of no use, and what to do: nothing about what it may once have opened. */
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

/** Asks for the password of a link: a plain form, which works without script. */
export function PasswordPage(props: {
  page: PageContext;
  /** Where the form is sent to: the link's own address. */
  action: string;
  isWrong: boolean;
}): ReactElement {
  const { password } = props.page.texts;
  return (
    <Gate page={props.page} title={password.title} icon="lock">
      <p>{password.reason}</p>
      <form method="post" action={props.action} className="gate__form">
        <label htmlFor="password">{password.label}</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="off"
          maxLength={72}
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
    </Gate>
  );
}

/** Asks for patience: who reads this may have done nothing but share an office with who did. */
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

/** Says that the site has failed, which is nobody's doing. */
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

/** Says that a link is no longer active, on sites that explain what they refuse. */
export function ExplainedRefusalPage(props: {
  page: PageContext;
  /** What the texts may have a word on; others are told without. */
  reason: string;
}): ReactElement {
  const { explained, refusal } = props.page.texts;
  const details: Partial<Record<string, string>> = explained.details;
  const detail = details[props.reason];
  return (
    <Gate page={props.page} title={explained.title} icon="unlink">
      <p>{explained.message}</p>
      {detail && <p>{detail}</p>}
      <p>
        <strong>{refusal.advice}</strong>
      </p>
    </Gate>
  );
}

/** A page with one thing to say, in the middle of it. */
export function Gate(props: {
  page: PageContext;
  title: string;
  icon: 'file' | 'unlink' | 'lock' | 'wait';
  head?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { page, title } = props;
  return (
    <Document page={page} title={title} shape="with-gate" head={props.head}>
      <TopBar page={page} />
      <main className="gate">
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
