import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { findingSentence, type PlanFinding } from '../findings/finding-sentence.ts';
import { useFindingWords } from '../findings/use-finding-words.ts';
import { useMessageLanguage } from '../use-message-language.ts';

interface PlainFindingsProps {
  readonly findings: readonly PlanFinding[];
  readonly icon: 'error' | 'warning';
}

/** Findings about what is in a file: there is no page yet where they could lead. */
export function PlainFindings({ findings, icon }: PlainFindingsProps) {
  const words = useFindingWords();
  const language = useMessageLanguage();
  const Icon = icon === 'error' ? ExclamationCircleOutlined : WarningOutlined;
  return (
    <ul className="de-plain-findings">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.file ?? ''} ${finding.path ?? ''} ${finding.message}`}>
          <Icon aria-hidden />
          <span>
            {findingSentence(finding, words, language)}
            {/* What says its own sentence names the thing in it. */}
            {finding.sentence === undefined && <span className="de-small de-muted"> {placeOf(finding)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

const placeOf = ({ file, path, elementId }: PlanFinding) =>
  [file?.split('/').at(-1), path ?? elementId].filter((part) => part !== undefined && part !== '').join(' ');
