import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { shortFingerprint } from './fingerprint-words.ts';

/** A fingerprint’s first figures; the whole of it on hover and focus. */
export function Fingerprint({ of: fingerprint }: { readonly of: string }) {
  const { t } = useTranslation('designer');
  return (
    <Tooltip title={t('layers.fingerprintHint', { full: fingerprint })}>
      <code className="de-fingerprint">{shortFingerprint(fingerprint)}</code>
    </Tooltip>
  );
}
