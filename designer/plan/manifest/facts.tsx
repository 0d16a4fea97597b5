import type { ReactNode } from 'react';

/** Terms and what they stand for, side by side. */
export function Facts({ items }: { readonly items: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className="de-facts">
      {items.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
