export type FitsMask = (value: string) => boolean;

/** What each sign of a mask stands for; every other sign stands for itself. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  '9': /\d/,
  A: /[a-zA-Z]/,
  a: /[a-z]/,
  '*': /[a-zA-Z0-9]/,
};

/** The signs as the mask of a text field takes them: its letters are typed into the mask, `A` as a capital. */
const TYPED_SIGNS: Readonly<Record<string, RegExp>> = { ...SIGNS, A: /[A-Z]/, a: /[a-zA-Z]/ };

/** The check of a whole value against a mask such as `(999) 9999`. An empty mask takes anything. */
export function compileMask(mask: string): FitsMask {
  return compile(mask, SIGNS);
}

/** As `compileMask`, for text fields. */
export function compileTypedMask(mask: string): FitsMask {
  return compile(mask, TYPED_SIGNS);
}

function compile(mask: string, signs: Readonly<Record<string, RegExp>>): FitsMask {
  if (mask === '') return () => true;
  const parts = Array.from({ length: mask.length }, (_, i) => {
    const sign = mask.charAt(i);
    return Object.hasOwn(signs, sign) ? (signs[sign] ?? sign) : sign;
  });
  return (value) =>
    value.length === parts.length &&
    parts.every((part, i) => (typeof part === 'string' ? part === value[i] : part.test(value.charAt(i))));
}

/** Signs that the masks of text fields use for groups, choices and repetition: not supported. */
export const MASK_SYNTAX = /[[\]{}|\\]/;
