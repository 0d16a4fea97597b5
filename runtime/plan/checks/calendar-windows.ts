import type { PlanCheck } from './plan-under-check.ts';

type Weeks = { readonly from: number; readonly to: number };

/** Every window of the term, for some schools too, lies inside its frame. */
export const calendarWindows: PlanCheck = ({ manifest }, report) => {
  manifest.calendar?.windows?.forEach(({ name, weeks, frame, exceptions = [] }, index) => {
    const path = ['calendar', 'windows', index];
    const look = (what: string, it: Weeks, at: (string | number)[]) => {
      const problem = problemOf(it, frame);
      if (problem)
        report.atManifest(at, 'window-frame', `${what}: ${problem}.`, {
          window: what,
          from: it.from,
          to: it.to,
        });
    };
    if (frame) look(name, frame, [...path, 'frame']);
    look(name, weeks, [...path, 'weeks']);
    exceptions.forEach((it, at) => {
      look(`${name}, ${it.name}`, it.weeks, [...path, 'exceptions', at, 'weeks']);
    });
  });
};

function problemOf({ from, to }: Weeks, frame: Weeks | undefined): string | undefined {
  if (from > to) return `week ${from} is after week ${to}`;
  if (frame && (from < frame.from || to > frame.to))
    return `weeks ${from} to ${to} leave the frame of weeks ${frame.from} to ${frame.to}`;
  return undefined;
}
