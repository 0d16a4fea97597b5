const DAY = 86_400;

/** An ISO 8601 duration that is as long as so many milliseconds, rounded up to whole seconds. */
export function waitText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const days = Math.floor(seconds / DAY);
  const rest = seconds % DAY;
  if (rest === 0 && days > 0) return `P${days}D`;
  const time = `T${rest % 3_600 === 0 ? `${rest / 3_600}H` : rest % 60 === 0 ? `${rest / 60}M` : `${rest}S`}`;
  return days > 0 ? `P${days}D${time}` : `P${time}`;
}
