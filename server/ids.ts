import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

const bytesOfOne = 16;
const drawnAtOnce = 256 * bytesOfOne;
let drawn = Buffer.alloc(0);
let at = 0;
let msecs = 0;
let seq = 0;

/** UUID v7: ordered by time, so that inserts stay at the end of the index; the rest is random, so that none can be guessed. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = random.readUInt32BE(6) >>> 1;
  } else seq += 1;
  return v7({ random, msecs, seq });
}

/** Randomness is drawn for many ids at a time: asking for it takes longer than making an id. */
function nextRandom(): Buffer {
  if (at >= drawn.length) {
    drawn = randomBytes(drawnAtOnce);
    at = 0;
  }
  at += bytesOfOne;
  return drawn.subarray(at - bytesOfOne, at);
}
