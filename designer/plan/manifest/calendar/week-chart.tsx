import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { barsOf, lastWeek, type WeekBar } from './week-line.ts';

const nameWidth = 150;
const weekWidth = 32;
const rowHeight = 40;
const headHeight = 24;

/** The windows of the term on a time line. It is for the eye: the figures beside it say the same. */
export function WeekChart({ windows }: { readonly windows: readonly EntryOf['windows'][] }) {
  const { t } = useTranslation('designer');
  const last = lastWeek(windows);
  const width = nameWidth + last * weekWidth;
  const height = headHeight + windows.length * rowHeight;
  const said = windows.map(({ name, weeks }) => t('settings.windows.said', { name, ...weeks })).join('; ');
  return (
    <svg
      className="de-weeks"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${t('settings.windows.line', { from: 1, to: last })}: ${said}`}
    >
      {Array.from({ length: last }, (_, index) => index + 1).map((week) => (
        <g key={week}>
          <line className="de-week-line" x1={leftOf(week)} x2={leftOf(week)} y1={headHeight} y2={height} />
          <text x={leftOf(week) + weekWidth / 2} y={16} textAnchor="middle">
            {week}
          </text>
        </g>
      ))}
      {windows.map((window, row) => (
        <g key={window.key} transform={`translate(0 ${headHeight + row * rowHeight})`}>
          <text x={8} y={rowHeight / 2 + 4}>
            {window.name.length > 10 ? `${window.name.slice(0, 9)}…` : window.name}
          </text>
          {barsOf(window).map((bar, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no key of their own
            <Bar key={index} bar={bar} />
          ))}
        </g>
      ))}
    </svg>
  );
}

const leftOf = (week: number) => nameWidth + (week - 1) * weekWidth;

const places = {
  frame: { y: 4, height: rowHeight - 8 },
  window: { y: 10, height: 14 },
  exception: { y: 27, height: 6 },
} as const;

function Bar({ bar: { kind, name, weeks, inside } }: { readonly bar: WeekBar }) {
  const { t } = useTranslation('designer');
  const length = Math.max(weeks.to - weeks.from + 1, 0.2);
  return (
    <rect
      className={inside ? `de-week-${kind}` : 'de-week-out'}
      x={leftOf(weeks.from)}
      width={length * weekWidth}
      rx={3}
      {...places[kind]}
    >
      <title>{t('settings.windows.said', { name, ...weeks })}</title>
    </rect>
  );
}
