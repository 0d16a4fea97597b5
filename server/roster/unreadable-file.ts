import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { maxRows } from './raw-sheet.ts';

/** The file as a whole is not what its format says; nothing in it can be pointed at. */
export function unreadableFile(format: 'xlsx' | 'csv', why: string, cause?: unknown): AppError {
  const advice =
    format === 'xlsx'
      ? 'Save it as "Excel workbook (.xlsx)" without a password and send it again.'
      : 'Save it as "CSV UTF-8" and send it again.';
  return new AppError(
    'media-type-not-allowed',
    `The roster file cannot be read: ${why} ${advice}`,
    { format },
    cause,
  );
}

export function fileTooLarge(why: string): AppError {
  return new AppError('payload-too-large', `${why} Split the roster into several files.`, { maxRows });
}
