import type { ComponentType } from './component-type.ts';
import { address } from './components/address.ts';
import { button } from './components/button.ts';
import { checkbox } from './components/checkbox.ts';
import { columns } from './components/columns.ts';
import { container } from './components/container.ts';
import { content } from './components/content.ts';
import { currency } from './components/currency.ts';
import { datagrid } from './components/datagrid.ts';
import { datamap } from './components/datamap.ts';
import { datetime } from './components/datetime.ts';
import { day } from './components/day.ts';
import { editgrid } from './components/editgrid.ts';
import { email } from './components/email.ts';
import { fieldset } from './components/fieldset.ts';
import { file } from './components/file.ts';
import { hidden } from './components/hidden.ts';
import { htmlElement } from './components/html-element.ts';
import { number } from './components/number.ts';
import { panel } from './components/panel.ts';
import { password } from './components/password.ts';
import { phoneNumber } from './components/phone-number.ts';
import { radio } from './components/radio.ts';
import { pickers } from './components/reference.ts';
import { select } from './components/select.ts';
import { selectBoxes } from './components/select-boxes.ts';
import { signature } from './components/signature.ts';
import { survey } from './components/survey.ts';
import { table } from './components/table.ts';
import { tabs } from './components/tabs.ts';
import { tags } from './components/tags.ts';
import { textArea } from './components/text-area.ts';
import { textField } from './components/text-field.ts';
import { time } from './components/time.ts';
import { url } from './components/url.ts';
import { well } from './components/well.ts';

/** Every component type of Form.io's default builder, in the builder's order, and the pickers of our own. */
const types: readonly ComponentType[] = [
  ...[textField, textArea, number, password, checkbox, selectBoxes, select, radio, button],
  ...[email, url, phoneNumber, tags, address, datetime, day, time, currency, survey, signature],
  ...[htmlElement, content, columns, fieldset, panel, table, tabs, well],
  ...[hidden, container, datamap, datagrid, editgrid, file],
  ...pickers,
];

const byName: ReadonlyMap<string, ComponentType> = new Map(types.map((type) => [type.type, type]));

/** Names of the component types that a form may use. */
export const COMPONENT_TYPES: readonly string[] = types.map((type) => type.type);

/** The component type of that name; `undefined` for every other value. */
export function componentTypeOf(name: unknown): ComponentType | undefined {
  return typeof name === 'string' ? byName.get(name) : undefined;
}
