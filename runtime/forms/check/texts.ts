import { arrayOf, isPlainObject, type Json, objectOf, textOf } from '../definition.ts';
import { itemsOf } from '../options.ts';
import type { CheckContext, ComponentCheck } from './check-context.ts';
import { attributeProblem, type MarkupProblem, markupProblem } from './markup.ts';
import { ELEMENTS } from './markup-allow-list.ts';
import { rowTemplateProblem, templateProblem, withoutProgram } from './templates.ts';

/** Settings that are never shown, are checked elsewhere, or are the components inside. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...[
    'type',
    'key',
    'defaultValue',
    'calculateValue',
    'conditional',
    'validate',
    'data',
    'values',
    'questions',
  ],
  ...['components', 'columns', 'rows', 'attributes', 'attrs', 'templates', 'valueComponent', 'properties'],
  ...['inputMask', 'inputMasks', 'filePattern', 'id', 'tags', 'logic'],
]);

/** Whatever an author writes that a browser shows is plain text or allowed markup, with no program in it. */
export const checkTexts: ComponentCheck = (context) => {
  const { component } = context.node;
  for (const [name, value] of Object.entries(component)) {
    if (!NOT_SHOWN.has(name)) checkStrings(value, name, context);
  }
  checkStrings(objectOf(component, 'validate').customMessage, 'validate.customMessage', context);
  checkStrings(objectOf(component, 'validate').patternMessage, 'validate.patternMessage', context);
  checkLogicTexts(component, context);
  checkOptions(component, context);
  checkElement(component, context);
  for (const [name, template] of Object.entries(objectOf(component, 'templates'))) {
    if (typeof template === 'string') checkRowTemplate(template, `templates.${name}`, context);
  }
  if ((component.wysiwyg || component.editor) && typeof component.defaultValue === 'string') {
    checkText(component.defaultValue, 'defaultValue', context);
  }
  if (component.inputFormat === 'raw') {
    context.report('markup', 'inputFormat', 'Text that people enter may not be shown as markup', {
      detail: 'raw',
    });
  }
};

function checkStrings(value: unknown, at: string, context: CheckContext): void {
  if (typeof value === 'string') checkText(value, at, context);
  else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkStrings(item, `${at}[${index}]`, context);
    });
  } else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) checkStrings(inner, `${at}.${name}`, context);
  }
}

function checkText(text: string, at: string, context: CheckContext): void {
  const program = templateProblem(text);
  if (program !== undefined) reportProgram(program, at, context);
  const markup = markupProblem(text);
  if (markup !== undefined) reportMarkup(markup, at, context);
}

function checkRowTemplate(text: string, at: string, context: CheckContext): void {
  const program = rowTemplateProblem(text);
  if (program !== undefined) reportProgram(program, at, context);
  const markup = markupProblem(withoutProgram(text), new Set(['button']));
  if (markup !== undefined) reportMarkup(markup, at, context);
}

function checkLogicTexts(component: Json, context: CheckContext): void {
  arrayOf(component, 'logic').forEach((entry, i) => {
    if (!isPlainObject(entry)) return;
    arrayOf(entry, 'actions').forEach((action, j) => {
      if (!isPlainObject(action)) return;
      for (const [name, value] of Object.entries(action)) {
        if (name !== 'value') checkStrings(value, `logic[${i}].actions[${j}].${name}`, context);
      }
    });
  });
}

function checkOptions(component: Json, context: CheckContext): void {
  const data = objectOf(component, 'data');
  for (const [at, entries] of [
    ['values', arrayOf(component, 'values')],
    ['questions', arrayOf(component, 'questions')],
    ['data.values', arrayOf(data, 'values')],
  ] as const) {
    entries.forEach((entry, index) => {
      if (!isPlainObject(entry)) return;
      for (const [name, value] of Object.entries(entry)) {
        if (name !== 'value') checkStrings(value, `${at}[${index}].${name}`, context);
      }
    });
  }
  if (component.dataSrc === 'json') checkStrings(itemsOf(data.json), 'data.json', context);
}

/** The element and attributes of an HTML component, and the attributes that any component's field gets. */
function checkElement(component: Json, context: CheckContext): void {
  const tag = textOf(component, 'tag').trim().toLowerCase();
  if (component.type === 'htmlelement' && tag !== '' && !ELEMENTS.has(tag)) {
    reportMarkup({ what: 'element', detail: tag }, 'tag', context);
  }
  arrayOf(component, 'attrs').forEach((entry, index) => {
    if (!isPlainObject(entry)) return;
    const name = textOf(entry, 'attr').trim().toLowerCase();
    if (name !== '') checkAttribute(name, String(entry.value ?? ''), `attrs[${index}]`, context);
  });
  for (const [name, value] of Object.entries(objectOf(component, 'attributes'))) {
    checkAttribute(name.trim().toLowerCase(), String(value), `attributes.${name}`, context);
  }
}

function checkAttribute(name: string, value: string, at: string, context: CheckContext): void {
  const isField = context.node.component.type !== 'htmlelement';
  if (isField && /^(?:autocomplete|inputmode|data-[a-z-]+)$/.test(name)) return;
  const problem = attributeProblem(name, value);
  if (problem !== undefined) reportMarkup(problem, at, context);
  const program = templateProblem(value);
  if (program !== undefined) reportProgram(program, at, context);
}

function reportProgram(program: string, at: string, context: CheckContext): void {
  const detail = program.slice(0, 80);
  context.report('template', at, `"${detail}" is a program; a text may only show a value by its name`, {
    detail,
  });
}

function reportMarkup(problem: MarkupProblem, at: string, context: CheckContext): void {
  const { what, detail } = problem;
  context.report('markup', at, `The ${what} "${detail}" is not allowed in a text`, { what, detail });
}
