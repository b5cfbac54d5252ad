// An area that scrolls and can be scrolled by key: a named region that takes the focus.
import type { ReactNode } from 'react';

export const ScrollRegion = ({ name, className, children }: { name: string; className: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard cannot scroll it (axe scrollable-region-focusable)
  <section className={className} aria-label={name} tabIndex={0}>
    {children}
  </section>
);
