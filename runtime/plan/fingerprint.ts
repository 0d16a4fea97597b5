import type { BundleContent } from './bundle-content.ts';
import { canonicalJson, canonicalText } from './canonical.ts';

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. Handed in, so that this module needs no platform. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/**
 * The identity of a published plan: SHA-256 over its canonical content. Key order and white space of JSON, line
 * ends of BPMN and DMN and `$schema`, which is for editors, do not count; everything else does.
 */
export function fingerprint(content: BundleContent, digest: Digest): Promise<string> {
  const processes = Object.fromEntries(
    Object.entries(content.processes).map(([key, { xml }]) => [key, { xml: canonicalText(xml) }]),
  );
  const decisions = Object.fromEntries(
    Object.entries(content.decisions ?? {}).map(([key, { xml }]) => [key, { xml: canonicalText(xml) }]),
  );
  const { $schema: _, ...manifest } = content.manifest;
  const canonical = canonicalJson({
    manifest,
    forms: content.forms,
    processes,
    ...(hasScenarios(content) && { scenarios: content.scenarios }),
    ...(Object.keys(decisions).length > 0 && { decisions }),
  });
  return digest(new TextEncoder().encode(canonical));
}

/** Plans without scenarios keep the fingerprint that they had before there were any. */
const hasScenarios = ({ scenarios }: BundleContent) => Object.keys(scenarios ?? {}).length > 0;

/** The platform's own SHA-256: Node, and browsers in a secure context. */
export const webDigest: Digest = async (bytes) => {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
