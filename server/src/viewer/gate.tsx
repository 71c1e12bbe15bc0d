import type { ReactElement } from 'react';

import type { DenialReason } from '../access/decide';
import { Document } from './page';
import { Icon, type PageContext } from './parts';

/** Asks for the password of a link: a plain form, which works without script. */
export function PasswordPage(props: {
  page: PageContext;
  /** Where the form is sent to: the link's own address. */
  action: string;
  isWrong: boolean;
}): ReactElement {
  const { password } = props.page.texts;
  return (
    <Document page={props.page} title={password.title}>
      <main className="refusal gate">
        <span className="refusal__sign">
          <Icon name="lock" />
        </span>
        <h1>{password.title}</h1>
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
      </main>
    </Document>
  );
}

/** Says that a link is no longer active, on sites that explain what they refuse. */
export function ExplainedRefusalPage(props: {
  page: PageContext;
  reason: DenialReason;
}): ReactElement {
  const { explained } = props.page.texts;
  const detail = explained.details[props.reason];
  return (
    <Document page={props.page} title={explained.title}>
      <main className="refusal">
        <span className="refusal__sign">
          <Icon name="link" />
        </span>
        <h1>{explained.title}</h1>
        <p>{explained.message}</p>
        {detail && <p>{detail}</p>}
        <p>
          <strong>{props.page.texts.refusal.advice}</strong>
        </p>
      </main>
    </Document>
  );
}
