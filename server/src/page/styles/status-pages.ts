/**
 * Pages with a single message, such as a refusal or the password form. They are placed above the
 * middle, so that content that loads later does not move them.
 */
export const GATE_STYLE = `
.gate { inline-size: 100%; max-inline-size: calc(30rem + 2 * var(--edge)); margin: clamp(1rem, 10vh, 6rem) auto auto; padding: 1.5rem var(--edge); }
.gate h1 { font-size: clamp(1.5rem, 1.3rem + 1vw, 1.875rem); line-height: 1.2; margin-block-end: 0.875rem; }
.gate p { text-wrap: balance; }
.gate p + p { margin-block-start: 0.75rem; }
.gate__sign { display: grid; place-items: center; inline-size: 3.25rem; block-size: 3.25rem; border-radius: 50%; margin-block-end: 1.5rem; background: var(--surface); border: 1px solid var(--line); color: var(--accent); font-size: 1.375rem; }
.gate__form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; margin-block-start: 1.75rem; }
.gate__form label { font-weight: 600; }
.gate__form input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 0.5rem; padding: 0.625rem 0.875rem; min-inline-size: 0; }
.gate__form input[aria-invalid] { border-color: var(--bad); box-shadow: 0 0 0 1px var(--bad); }
.gate__form button { margin-block-start: 0.75rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 1px solid transparent; border-radius: 0.5rem; padding: 0.6875rem 1.25rem; cursor: pointer; }
.gate__form button:hover { filter: brightness(0.93); }
.gate__frame { margin-block-start: 1.5rem; font-size: 0.9375rem; color: var(--quiet); }
.gate .gate__again { margin-block-start: 1.5rem; font-size: 0.9375rem; color: var(--quiet); }
.gate__wrong { color: var(--bad); font-weight: 600; }
@media screen and (min-width: 40rem) {
  .gate { padding: 2.75rem 3rem; max-inline-size: 32rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--raised); box-shadow: 0 0.5rem 2rem -1rem rgb(0 0 0 / 0.15); }
  .with-gate { background: var(--backdrop); }
  .with-gate .footer { margin-block-start: 0; text-align: center; }
  .with-gate .footer::before { content: none; }
}
`;
