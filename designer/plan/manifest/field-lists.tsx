import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { useFieldLabels } from './use-field-labels.ts';
import './field-lists.css';

interface FieldListsProps {
  readonly label: string;
  readonly lists: readonly { readonly form: string; readonly components: readonly string[] }[];
}

/** An allow-list: for each form, the fields that are let through, by the names that people see. */
export function FieldLists({ label, lists }: FieldListsProps) {
  const { layer, artefacts } = useWorkbench();
  const labelOf = useFieldLabels(
    layer.id,
    lists.map(({ form }) => form),
  );
  const nameOf = (form: string) =>
    artefacts.find(({ kind, key }) => kind === 'form' && key === form)?.name ?? form;
  return (
    <table className="de-table de-field-lists" aria-label={label}>
      <tbody>
        {lists.map(({ form, components }) => (
          <tr key={form}>
            <th scope="row">
              <Link to={addresses.form(layer.id, form)}>{nameOf(form)}</Link>
            </th>
            <td>
              <ul className="de-chips">
                {components.map((component) => (
                  <li key={component}>{labelOf(form, component)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
