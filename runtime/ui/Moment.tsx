import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DateWords, instantOf, sayDue, sayExactly, sayMoment } from './dates.ts';

interface MomentProps {
  readonly at: string | number | Date;
  /** `due` says how much time is left; `moment` (default) when it was or will be. */
  readonly as?: 'moment' | 'due';
  readonly timeZone?: string;
  /** Milliseconds; the device's clock where none is given. */
  readonly now?: number;
}

/** A moment in people's words; the exact one on hover, on focus and for machines. */
export function Moment({ at, as = 'moment', timeZone, now = Date.now() }: MomentProps) {
  const { t } = useTranslation('ui');
  const instant = instantOf(at);
  if (Number.isNaN(instant)) return null;
  const words: DateWords = { now, timeZone, t: (key, params) => t(key, params ?? {}) };
  return (
    <Tooltip title={sayExactly(instant, words)}>
      <time dateTime={new Date(instant).toISOString()}>
        {as === 'due' ? sayDue(instant, words) : sayMoment(instant, words)}
      </time>
    </Tooltip>
  );
}
