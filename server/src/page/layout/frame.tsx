import type { ReactElement, ReactNode } from 'react';

import type { Branding } from '../../../../contracts/settings';
import type { PageContext } from '../elements';

/** The ids of the start and the end of the frame. */
export const [TOP, END] = ['page-top', 'page-end'];

/** The site's brand, with `children` at the other end of the line. */
export function TopBar(props: { page: PageContext; children?: ReactNode }): ReactElement {
  return (
    <header className="top" id={TOP}>
      <Brand branding={props.page.branding} />
      {props.children}
    </header>
  );
}

/** The site's logo and name, if they are set. */
function Brand({ branding }: { branding: Branding }): ReactElement | null {
  const { name, logo } = branding;
  if (!name && !logo) return null;
  return (
    <div className="brand">
      {logo && <img src={logo} alt={name ? '' : 'Logo'} height={32} />}
      {name && <span dir="auto">{name}</span>}
    </div>
  );
}

/** The site's footer text and `children`. */
export function Footer(props: { page: PageContext; children?: ReactNode }): ReactElement | null {
  const { footer } = props.page.branding;
  if (!footer && !props.children) return null;
  return (
    <footer className="footer" id={END}>
      {footer && <p dir="auto">{footer}</p>}
      {props.children}
    </footer>
  );
}
