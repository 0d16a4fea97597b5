import type { ReactNode } from 'react';

/** Around a table that may be wider than a phone: scrolls by itself, with the keyboard too. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="po-table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
