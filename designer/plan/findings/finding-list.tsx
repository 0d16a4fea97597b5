import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { findingAddress } from './finding-address.ts';
import { findingSentence, type PlanFinding } from './finding-sentence.ts';
import { type FindingGroup, findingsByArtefact } from './findings-by-artefact.ts';
import { type ManifestPlace, manifestPlace } from './manifest-place.ts';
import { useFindingWords } from './use-finding-words.ts';
import { usePlaces } from './use-places.ts';

/** Findings under what they are about, each with its place, leading there. */
export function FindingList({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const { t } = useTranslation('designer');
  const { layer, manifest, artefacts } = useWorkbench();
  const nameOf = ({ artefact }: FindingGroup) => {
    if (artefact === null) return t('publishing.findings.whole');
    return artefact.kind === 'manifest' ? t('workbench.section.settings') : artefact.name;
  };
  const groups = findingsByArtefact(findings, { planKey: layer.planKey, manifest, artefacts });
  return (
    <ul className="de-finding-groups">
      {groups.map((group) => (
        <li key={group.artefact ? `${group.artefact.kind}/${group.artefact.key}` : ''}>
          <h3>{nameOf(group)}</h3>
          <FindingItems group={group} />
        </li>
      ))}
    </ul>
  );
}

function FindingItems({ group }: { readonly group: FindingGroup }) {
  const { t } = useTranslation('designer');
  const { layer, manifest } = useWorkbench();
  const { artefact } = group;
  const words = useFindingWords();
  const language = useMessageLanguage();
  const placeOf = usePlaces(layer.id, artefact);
  const whereOf = (finding: PlanFinding, inManifest: ManifestPlace | null) => {
    if (inManifest && inManifest.names.length > 0) return inManifest.names.join(' · ');
    return finding.line === undefined ? null : t('publishing.findings.line', { line: finding.line });
  };
  return (
    <ul>
      {group.findings.map((finding) => {
        const { path = '' } = finding;
        const place = placeOf(finding);
        const inManifest = artefact?.kind === 'manifest' && manifest ? manifestPlace(manifest, path) : null;
        const to = findingAddress(layer.id, { rule: finding.rule, artefact, inManifest, place: place?.key });
        // The sentence of a scenario names step and elements itself.
        const where = artefact?.kind === 'scenario' ? null : (place?.label ?? whereOf(finding, inManifest));
        const Icon = finding.severity === 'error' ? ExclamationCircleOutlined : WarningOutlined;
        const text = (
          <>
            <Icon aria-hidden />
            {where !== null && <strong>{where}</strong>}
            <span>{findingSentence(finding, words, language)}</span>
          </>
        );
        return (
          <li key={`${finding.rule} ${path} ${finding.elementId ?? ''} ${finding.message}`}>
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
