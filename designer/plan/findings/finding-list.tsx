import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { findingAddress } from './finding-address.ts';
import { findingSentence, type PlanFinding } from './finding-sentence.ts';
import { type FindingGroup, findingsByArtefact } from './findings-by-artefact.ts';
import { useFindingWords } from './use-finding-words.ts';
import { usePlaces } from './use-places.ts';

/** Findings under what they are about, each with its place, leading there. */
export function FindingList({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const { t } = useTranslation('designer');
  const { layer, manifest, artefacts } = useWorkbench();
  const groups = findingsByArtefact(findings, { planKey: layer.planKey, manifest, artefacts });
  return (
    <ul className="de-finding-groups">
      {groups.map((group) => (
        <li key={group.artefact ? `${group.artefact.kind}/${group.artefact.key}` : ''}>
          <h3>{group.artefact?.name ?? t('publishing.findings.whole')}</h3>
          <FindingItems group={group} />
        </li>
      ))}
    </ul>
  );
}

function FindingItems({ group }: { readonly group: FindingGroup }) {
  const { t } = useTranslation('designer');
  const { layer, manifest } = useWorkbench();
  const words = useFindingWords();
  const placeOf = usePlaces(layer.id, group.artefact);
  return (
    <ul>
      {group.findings.map((finding) => {
        const place = placeOf(finding);
        const to = findingAddress(layer.id, manifest, group.artefact, finding, place?.key);
        const sentence = findingSentence(finding, words);
        const line =
          finding.line === undefined ? null : t('publishing.findings.line', { line: finding.line });
        const where = place?.label ?? finding.elementId ?? line;
        const Icon = finding.severity === 'error' ? ExclamationCircleOutlined : WarningOutlined;
        const text = (
          <>
            <Icon aria-hidden />
            {where !== null && <strong>{where}</strong>}
            <span>{sentence}</span>
          </>
        );
        return (
          <li key={`${finding.rule} ${finding.path ?? ''} ${finding.elementId ?? ''} ${finding.message}`}>
            {to === null ? (
              <span className="de-finding">{text}</span>
            ) : (
              <Link to={to} className="de-finding" title={finding.message}>
                {text}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
