interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Of those that are done. */
  readonly failed?: number;
  readonly total: number;
}

/** How far something is that goes on by itself. */
export function ProgressBar({ label, done, failed = 0, total }: ProgressBarProps) {
  const share = (part: number) => `${total === 0 ? 100 : Math.min(100, (part / total) * 100)}%`;
  return (
    <div
      className="po-op-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
    >
      <span style={{ width: share(done - failed) }} />
      <span data-failed style={{ width: share(failed) }} />
    </div>
  );
}
