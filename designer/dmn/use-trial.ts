import { cellMessage } from '@oneplan/runtime/decisions/cell-message.ts';
import { type DecisionToTry, decisionToTry } from '@oneplan/runtime/decisions/try-decision.ts';
import { useEffect, useMemo, useState } from 'react';
import { useMessageLanguage } from '../plan/use-message-language.ts';
import { readTables, type ShownDecision } from './read-table.ts';
import { type TrialInput, trialInputs, trialValue } from './trial-inputs.ts';

interface Read {
  readonly toTry: DecisionToTry;
  readonly tables: readonly ShownDecision[];
  readonly inputs: readonly TrialInput[];
}

const noInputs: readonly TrialInput[] = [];

/** A decision as it stands in the editor, tried with what is typed. */
export function useTrial(decision: string) {
  const language = useMessageLanguage();
  const [xml, setXml] = useState<string>();
  const [read, setRead] = useState<Read>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (xml === undefined) return;
    let gone = false;
    const reading = async () => {
      const [toTry, tables] = await Promise.all([decisionToTry(xml, decision), readTables(xml, decision)]);
      const inputs = await trialInputs(xml, tables);
      if (!gone) setRead({ toTry, tables, inputs });
    };
    void reading();
    return () => {
      gone = true;
    };
  }, [xml, decision]);

  const inputs = read?.inputs ?? noInputs;
  const trial = useMemo(() => {
    if (read === undefined || read.toTry.findings.length > 0) return undefined;
    const values = inputs.map(({ name, kind }) => [name, trialValue(kind, typed[name])] as const);
    return read.toTry.decide(Object.fromEntries(values));
  }, [read, inputs, typed]);
  const table = read?.tables.find(({ key }) => key === decision);
  const asked = Object.values(typed).some((value) => value !== '');
  const hits = useMemo(() => {
    const rules = asked ? (trial?.matching.get(decision) ?? []) : [];
    return new Set(rules.flatMap((at) => table?.rows[at]?.id ?? []));
  }, [trial, asked, table, decision]);
  const problems = (read?.toTry.findings ?? []).map(
    ({ params, message }) => (language === 'zh-CN' ? cellMessage(params ?? {}) : undefined) ?? message,
  );
  return {
    setXml,
    inputs,
    typed,
    type: (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value })),
    trial,
    asked,
    problems,
    hits,
    labelOf: (output: string) => table?.outputs.find(({ source }) => source === output)?.label || output,
  };
}
