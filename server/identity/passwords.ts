import { hash, verify } from '@node-rs/argon2';

/** argon2id with OWASP's parameters: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** A hash of nothing that anybody knows, so that an unknown user name takes as long as a wrong password. */
let unknownUserHash: Promise<string> | undefined;

/** `null`: there is no such user; takes as long as a real check and is false. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  unknownUserHash ??= hashPassword(crypto.randomUUID());
  const matches = await verify(storedHash ?? (await unknownUserHash), password);
  return matches && storedHash !== null;
}
