/** A name that a template may show: `item.label`. */
const NAME = /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/;
const LANGUAGE_NAMES = /(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/;

/** The first piece of a text that is program instead of the name of a value; `undefined` for plain text. */
export function templateProblem(text: string): string | undefined {
  if (text.includes('{%')) return '{%';
  if (text.includes('{{{')) return '{{{';
  for (const [, inner = ''] of text.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    const name = inner.trim();
    if (!NAME.test(name) || LANGUAGE_NAMES.test(name)) return name === '' ? '{{}}' : name;
  }
  return undefined;
}

/** The statements and expressions of the row templates that Form.io's builder stores with every edit grid. */
const ROW_STATEMENTS: ReadonlySet<string> = new Set([
  ...['util.eachComponent(components,function(component){', 'if(displayValue(component)){', '}', '})'],
  "if(!component.hasOwnProperty('tableView')||component.tableView){",
  ...['if(!instance.options.readOnly&&!instance.disabled){'],
  ...['if(!instance.hasRemoveButtons||instance.hasRemoveButtons()){'],
]);
const ROW_EXPRESSIONS: ReadonlySet<string> = new Set([
  ...['component.label', 't(component.label)', 'getView(component,row[component.key])'],
  "isVisibleInRow(component)?getView(component,row[component.key]):''",
  ...["iconClass('edit')", "iconClass('trash')", "t('Editrow')", "t('Removerow')"],
]);

/** As `templateProblem`, for the templates of an edit grid: the builder's own pieces are fine, any other program is not. */
export function rowTemplateProblem(text: string): string | undefined {
  let rest = text;
  for (const [whole, statement = ''] of text.matchAll(/\{%([\s\S]*?)%\}/g)) {
    if (!ROW_STATEMENTS.has(statement.replace(/\s+/g, ''))) return statement.trim();
    rest = rest.replace(whole, '');
  }
  for (const [whole, expression = ''] of rest.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    if (ROW_EXPRESSIONS.has(expression.replace(/\s+/g, ''))) rest = rest.replace(whole, '');
  }
  return templateProblem(rest);
}

/** The text of a row template without its program, for the check of its markup. */
export function withoutProgram(text: string): string {
  return text.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '');
}
