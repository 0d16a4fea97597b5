import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFieldCipher } from './field-cipher.ts';

const secret = Buffer.alloc(32, 1).toString('base64');
const cipher = createFieldCipher(secret);

describe('field cipher', () => {
  test('gives back every text, and never the same cipher text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const one = cipher.encrypt('a', plain);
        expect(cipher.decrypt('a', one)).toBe(plain);
        expect(cipher.encrypt('a', plain)).not.toBe(one);
      }),
    );
  });

  test('refuses a value that was moved to another field, altered, or made with another key', () => {
    const sealed = cipher.encrypt('student-no', 'G123');
    const altered = Buffer.from(sealed, 'base64');
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    expect(() => cipher.decrypt('birth-date', sealed)).toThrow();
    expect(() => cipher.decrypt('student-no', altered.toString('base64'))).toThrow();
    expect(() =>
      createFieldCipher(Buffer.alloc(32, 2).toString('base64')).decrypt('student-no', sealed),
    ).toThrow();
  });

  test('hashes equal texts equally, per field', () => {
    expect(cipher.hash('a', 'x')).toBe(cipher.hash('a', 'x'));
    expect(cipher.hash('a', 'x')).not.toBe(cipher.hash('b', 'x'));
  });

  test('refuses a secret that is too short, and says how to make one', () => {
    expect(() => createFieldCipher('c2hvcnQ=')).toThrow(/openssl rand -base64 32/);
  });
});
