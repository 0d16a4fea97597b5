import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Encryption of C3/C4 fields at rest and keyed hashes for look-up, from one secret of the installation. */
export interface FieldCipher {
  /** AES-256-GCM with a fresh nonce; `field` is bound in, so that a value cannot be moved to another column. */
  encrypt(field: string, plain: string): string;
  /** Throws when the text was altered or belongs to another field or key. */
  decrypt(field: string, encrypted: string): string;
  encryptBytes(field: string, plain: Uint8Array): Buffer;
  decryptBytes(field: string, encrypted: Uint8Array): Buffer;
  /** HMAC-SHA-256, hex: equal plain texts have equal hashes, nothing else is revealed. */
  hash(field: string, plain: string): string;
}

/** `secret`: at least 32 bytes of randomness, base64; kept outside the database. */
export function createFieldCipher(secret: string): FieldCipher {
  const bytes = Buffer.from(secret, 'base64');
  if (bytes.length < 32)
    throw new Error(
      'ONEPLAN_SECRET must hold at least 32 random bytes in base64; make one with: openssl rand -base64 32',
    );
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `oneplan/${purpose}`, 32));
  const encryptionKey = derive('field-encryption');
  const hashKey = derive('field-hash');
  const nextNonce = nonces();
  const encryptBytes = (field: string, plain: Uint8Array) => {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(Buffer.from(field));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
  };
  const decryptBytes = (field: string, encrypted: Uint8Array) => {
    const all = Buffer.from(encrypted);
    if (all[0] !== version) throw new Error(`${field}: unknown encryption version`);
    const decipher = createDecipheriv('aes-256-gcm', encryptionKey, all.subarray(1, 13)).setAAD(
      Buffer.from(field),
    );
    decipher.setAuthTag(all.subarray(13, 29));
    return Buffer.concat([decipher.update(all.subarray(29)), decipher.final()]);
  };
  return {
    encryptBytes,
    decryptBytes,
    encrypt: (field, plain) => encryptBytes(field, Buffer.from(plain)).toString('base64'),
    decrypt: (field, encrypted) => decryptBytes(field, Buffer.from(encrypted, 'base64')).toString('utf8'),
    hash: (field, plain) => createHmac('sha256', hashKey).update(`${field}\n${plain}`).digest('hex'),
  };
}

const nonceBytes = 12;
const noncesAtOnce = 512;

/** Fresh random nonces, drawn many at a time: asking for each by itself takes longer than encrypting with it. */
function nonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at >= drawn.length) {
      drawn = randomBytes(nonceBytes * noncesAtOnce);
      at = 0;
    }
    at += nonceBytes;
    return drawn.subarray(at - nonceBytes, at);
  };
}

/** First byte of everything that is encrypted; another scheme (SM4) gets another. */
const version = 1;
