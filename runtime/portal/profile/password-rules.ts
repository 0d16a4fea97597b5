export interface PasswordEntry {
  readonly current: string;
  readonly next: string;
  readonly repeat: string;
}

export type PasswordFault = 'currentMissing' | 'tooShort' | 'same' | 'differs';

/** The least length of a password; the server holds the same. */
export const passwordMinLength = 10;

/** What is wrong with a wish to change the password, one fault a field. */
export function passwordFaults({
  current,
  next,
  repeat,
}: PasswordEntry): Partial<Record<keyof PasswordEntry, PasswordFault>> {
  return {
    ...(current === '' ? { current: 'currentMissing' } : {}),
    ...([...next].length < passwordMinLength
      ? { next: 'tooShort' }
      : next === current
        ? { next: 'same' }
        : {}),
    ...(repeat === next ? {} : { repeat: 'differs' }),
  };
}
