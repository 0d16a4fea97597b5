import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { type FieldList, withTicked } from './ticked-fields.ts';

interface RecordFieldsProps {
  readonly title: string;
  /** Element of the entry; that of a form's list is `<element>/<form>`. */
  readonly element: string;
  readonly forms: readonly string[];
  readonly lists: readonly FieldList[];
  /** Which types of component stand in the list at all. */
  readonly among: (type: string) => boolean;
  readonly onChange: (lists: FieldList[]) => void;
}

/** An allow-list: for each form of a flow, the fields that are let through. Nothing is shown where no form has any. */
export function RecordFields({ title, element, forms, lists, among, onChange }: RecordFieldsProps) {
  const { t } = useTranslation('designer');
  const { manifest, forms: known, isFixed } = useManifestDraft();
  const offered = forms.flatMap((form) => {
    const components = [...(known.get(form)?.components.values() ?? [])].filter(({ type }) => among(type));
    return components.length === 0 ? [] : [{ form, components }];
  });
  return offered.map(({ form, components }) => {
    const ticked = lists.find((list) => list.form === form)?.components ?? [];
    const name = manifest.forms.find(({ key }) => key === form)?.name ?? form;
    const fixed = isFixed(`${element}/${form}`, 'components');
    return (
      <fieldset key={form} className="de-fieldset">
        <legend>{t('settings.archive.of', { title, form: name })}</legend>
        <ul className="de-checks">
          {components.map(({ path, label }) => (
            <li key={path}>
              <Checkbox
                checked={ticked.includes(path)}
                disabled={fixed}
                onChange={({ target }) => onChange(withTicked(lists, form, path, target.checked))}
              >
                {label}
              </Checkbox>
            </li>
          ))}
        </ul>
      </fieldset>
    );
  });
}
