/** The first figures of a fingerprint: enough to tell versions apart, short enough to read out. */
export const shortFingerprint = (fingerprint: string) => fingerprint.slice(0, 8);
