import { ExclamationCircleOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './error-summary.css';

/** One thing to correct: where it is and what to do, in one sentence. */
export interface FieldError {
  /** Path of the component in the data (`items[0].hours`); empty for what concerns the whole form. */
  readonly path: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Leads to the field; errors without a path are plain words. */
  readonly onPick: (path: string) => void;
  /** Takes the focus whenever errors come, so that readers hear them; true unless said otherwise. */
  readonly takesFocus?: boolean;
}

/** What has to be corrected, on top of a form, each item leading to its field. Nothing without errors. */
export function ErrorSummary({ errors, onPick, takesFocus = true }: ErrorSummaryProps) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of errors is what asks for the focus
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [errors, takesFocus]);

  if (errors.length === 0) return null;
  return (
    <section ref={box} className="op-error-summary" role="alert" tabIndex={-1}>
      <h2>
        <ExclamationCircleOutlined aria-hidden /> {t('errorSummary.title', { count: errors.length })}
      </h2>
      {errors.some((error) => error.path !== '') && <p>{t('errorSummary.hint')}</p>}
      <ul>
        {errors.map((error) => (
          <li key={`${error.path} ${error.message}`}>
            {error.path === '' ? (
              error.message
            ) : (
              <button type="button" onClick={() => onPick(error.path)}>
                {error.message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
