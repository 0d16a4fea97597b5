import { isSet } from '../check/scripts.ts';
import { checkForm, FORM_LIMITS } from '../check-form.ts';
import { componentTree, walkComponents } from '../component-tree.ts';
import { type FormDefinition, isPlainObject, labelOf, textOf } from '../definition.ts';
import { IntakeError, takeIn } from '../submission-intake.ts';
import { replaceAtSteps, stepsOf } from './at-path.ts';
import type { FormImport, Refusal } from './import-report.ts';
import { exportMarks, formSettings, knownSettings, serverSettings } from './known-settings.ts';
import { mend, originSetting } from './mend.ts';

type Draft = Record<string, unknown>;

/** More rounds than any form needs: every round takes at least one finding away. */
const mostRounds = 5_000;

/**
 * Reads an ordinary Form.io form, as form.io exports it or as somebody wrote it. What can be kept is kept; everything
 * that cannot is left out or mended, each with its place and reason. What is answered passes `checkForm`.
 */
export function importForm(source: unknown): FormImport {
  const refused: Refusal[] = [];
  const draft = takeDraft(source, refused);
  if (!draft) return { kept: 0, refused };
  markOrigins(draft);
  takeOutButtons(draft, refused);
  liftUnknown(draft, refused);
  dropSettings(draft, refused);
  for (let round = 0; ; round += 1) {
    const [finding] = checkForm(draft);
    if (!finding) break;
    const refusal = round < mostRounds ? mend(draft, finding) : undefined;
    if (!refusal) {
      refused.push({ rule: finding.rule, path: finding.path, component: '', done: 'removed' });
      return { kept: 0, refused };
    }
    refused.push(refusal);
  }
  const nodes = [...walkComponents(componentTree(draft))];
  for (const { component } of nodes) delete (component as Draft)[originSetting];
  return { definition: draft as FormDefinition, kept: nodes.length, refused };
}

/** A plain copy with what is of the form itself; undefined where there is no form in it. */
function takeDraft(source: unknown, refused: Refusal[]): Draft | undefined {
  let taken: unknown;
  try {
    taken = takeIn(source, FORM_LIMITS);
  } catch (error) {
    const rule = error instanceof IntakeError ? error.rule : 'not-a-form';
    refused.push({ rule, path: '', component: '', done: 'removed' });
    return undefined;
  }
  if (!isPlainObject(taken) || !Array.isArray(taken.components)) {
    refused.push({ rule: 'not-a-form', path: '', component: '', done: 'removed' });
    return undefined;
  }
  const draft: Draft = {};
  for (const [name, value] of Object.entries(taken)) {
    if (formSettings.has(name)) draft[name] = value;
    else if (!exportMarks.has(name) && isSet(value))
      refused.push({ rule: 'form-setting', path: name, component: '', done: 'removed' });
  }
  return draft;
}

function markOrigins(draft: Draft): void {
  for (const { component, definitionPath, type } of nodesOf(draft)) {
    // A component of a type that nobody knows may hold others all the same.
    if (type === undefined) markInside(component as Draft, definitionPath);
    (component as Draft)[originSetting] = definitionPath;
  }
}

function markInside(component: Draft, at: string): void {
  if (!Array.isArray(component.components)) return;
  component.components.forEach((child: unknown, index) => {
    if (!isPlainObject(child)) return;
    child[originSetting] = `${at}.components[${index}]`;
    markInside(child, `${at}.components[${index}]`);
  });
}

const nodesOf = (draft: Draft) => [...walkComponents(componentTree(draft as FormDefinition))];

/** The page has buttons of its own. */
function takeOutButtons(draft: Draft, refused: Refusal[]): void {
  const buttons = nodesOf(draft).filter(({ component }) => component.type === 'button');
  for (const { component, definitionPath } of buttons.reverse()) {
    refused.unshift({ rule: 'button', path: definitionPath, component: labelOf(component), done: 'removed' });
    replaceAtSteps(draft, stepsOf(definitionPath), []);
  }
}

/** What a component of an unknown type holds takes its place. */
function liftUnknown(draft: Draft, refused: Refusal[]): void {
  const isUnknown = ({ rule }: { readonly rule: string }) => rule === 'component-type';
  for (let found = checkForm(draft).find(isUnknown); found; found = checkForm(draft).find(isUnknown)) {
    const refusal = mend(draft, found);
    if (!refusal) return;
    refused.push(refusal);
  }
}

/** Settings that mean nothing here; those that are set are reported. */
function dropSettings(draft: Draft, refused: Refusal[]): void {
  for (const { component, type } of nodesOf(draft)) {
    if (type?.type === 'tab') continue;
    for (const [name, value] of Object.entries(component)) {
      if (name === originSetting || (knownSettings.has(name) && !serverSettings.has(name))) continue;
      const rule = serverSettings.has(name) ? 'server-setting' : 'unknown-setting';
      if (saysSomething(value))
        refused.push({
          rule,
          path: `${textOf(component, originSetting)}.${name}`,
          component: labelOf(component),
          done: 'removed',
        });
      delete (component as Draft)[name];
    }
  }
}

/** `{ enabled: false }` says nothing, like everything that is empty or off. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  return isPlainObject(value) ? Object.values(value).some(saysSomething) : isSet(value);
}
