import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { differences } from '../changes.ts';
import { pathBelow } from '../org-unit-names.ts';
import type { Outcome } from '../report.ts';
import type { Roster } from '../roster.ts';
import type { Line } from '../sheet.ts';
import { orgUnitSheet as sheet } from '../sheets/org-units.ts';

type OrgUnitLine = Line<keyof typeof sheet.columns>;

const parentKinds: Readonly<Record<string, readonly OrgUnitKind[]>> = {
  district: ['city'],
  school: ['city', 'district'],
};

/** Units may stand in any order; each is resolved after the one above it. */
export function resolveOrgUnits(lines: readonly OrgUnitLine[], roster: Roster): void {
  const byCode = new Map<string, OrgUnitLine>();
  for (const line of lines) {
    const first = byCode.get(line.values.code);
    if (line.bad) roster.spoilt.add(line.values.code);
    else if (first) roster.refuse(sheet, line, 'code', 'duplicate-row', String(first.line));
    else byCode.set(line.values.code, line);
  }
  const done = new Set<OrgUnitLine>();
  const above = new Set<OrgUnitLine>();
  const resolve = (line: OrgUnitLine): void => {
    if (done.has(line)) return;
    if (above.has(line)) {
      for (const one of above) roster.spoilt.add(one.values.code);
      roster.refuse(sheet, line, 'parent', 'parent-cycle');
      done.add(line);
      return;
    }
    above.add(line);
    const parent = byCode.get(line.values.parent);
    if (parent) resolve(parent);
    above.delete(line);
    if (done.has(line)) return;
    done.add(line);
    const outcome = resolveOne(line, roster);
    if (outcome) roster.report.count('org-units', outcome);
    else roster.spoilt.add(line.values.code);
  };
  for (const line of byCode.values()) resolve(line);
}

/** Null: the row is wrong and reported. */
function resolveOne(line: OrgUnitLine, roster: Roster): Outcome | null {
  const stored = roster.units.get(line.values.code);
  if (!stored) return addOne(line, roster);
  return stored === roster.root ? checkRoot(line, roster) : updateOne(line, stored, roster);
}

function checkRoot(line: OrgUnitLine, roster: Roster): Outcome | null {
  const { name, kind } = line.values;
  const same = roster.root.name === name && roster.root.kind === kind;
  return same ? 'unchanged' : roster.refuse(sheet, line, 'code', 'root-unit-fixed');
}

function updateOne(line: OrgUnitLine, stored: OrgUnitRow, roster: Roster): Outcome | null {
  const { name, kind, parent, type, stage } = line.values;
  if (!roster.isWithin(stored.path))
    return roster.refuse(sheet, line, 'code', 'outside-root', roster.root.name);
  if (stored.kind !== kind) return roster.refuse(sheet, line, 'kind', 'kind-change');
  if (parent !== '' && roster.units.get(parent)?.id !== stored.parentId)
    return roster.refuse(sheet, line, 'parent', 'parent-change');
  const changed = differences(stored, { name, ...(type && { type }), ...(stage && { stage }) });
  if (!changed) return 'unchanged';
  roster.changes.update('org_unit', stored.id, changed);
  return 'updated';
}

function addOne(line: OrgUnitLine, roster: Roster): Outcome | null {
  const { code, name, kind, parent, type, stage } = line.values;
  const kinds = parentKinds[kind];
  if (!kinds) return roster.refuse(sheet, line, 'kind', 'wrong-kind', Object.keys(parentKinds).join(', '));
  if (parent === '') return roster.refuse(sheet, line, 'parent', 'required');
  const parentUnit = roster.unitAt(sheet, line, 'parent', kinds);
  if (!parentUnit) return null;
  if (kind === 'school' && stage === '') return roster.refuse(sheet, line, 'stage', 'required');
  const id = roster.ports.newId();
  roster.addUnit({
    id,
    parentId: parentUnit.id,
    kind: kind as OrgUnitKind,
    type: type || null,
    code,
    name,
    path: pathBelow(parentUnit.path, id),
    stage: stage || null,
    entryCohort: null,
  });
  return 'created';
}
