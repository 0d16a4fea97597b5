import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import type { PlanLock } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { LockBasis, LockPopover } from './lock-popover.tsx';

interface LockNoteProps {
  readonly name: string;
  readonly lock: PlanLock;
  /** id of the element of the plan, to ask more about */
  readonly element?: string;
}

/** The rule that the authority above put on something: calm, with its clause and what one may do on pressing. */
export function LockNote({ name, lock, element }: LockNoteProps) {
  const { t } = useTranslation('designer');
  const { manifest, layer } = useWorkbench();
  const document = manifest?.legalBasis.find(({ id }) => id === lock.basis?.document);
  const authority = document?.issuer ?? layer.extends?.orgUnitName ?? manifest?.jurisdiction.name ?? '';
  const explain = layer.extends === null ? 'explainTop' : 'explain';
  return (
    <LockPopover name={name} lockClass={lock.class}>
      <p>{t(`workbench.lock.${explain}.${lock.class}`, { authority })}</p>
      <LockBasis basis={document && { ...document, clause: lock.basis?.clause }} />
      {element !== undefined && (
        <p>
          <Link to={addresses.explanation(layer.id, element)}>{t('explanation.why')}</Link>
        </p>
      )}
    </LockPopover>
  );
}
