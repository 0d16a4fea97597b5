import type { ChosenReference } from '../../forms/components/reference.ts';

interface SelectOptions {
  readonly id: string;
  readonly disabled: boolean;
  readonly placeholder: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The device’s own list: known to every phone, keyboard and reader. */
export function choiceSelect({ id, disabled, placeholder, choices, value, onChange }: SelectOptions) {
  const select = document.createElement('select');
  select.id = id;
  select.className = 'form-select';
  select.disabled = disabled;
  select.append(new Option(placeholder, ''), ...choices.map((one) => new Option(one.text, one.id)));
  select.value = value;
  select.addEventListener('change', () => onChange(select.value));
  return select;
}

/** Who is chosen already; each can be taken out unless the list is to be read only. */
export function chosenList(
  chosen: readonly ChosenReference[],
  onRemove: ((id: string) => void) | undefined,
  removeWords: (name: string) => string,
): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'op-picker-chosen';
  for (const { id, name } of chosen) {
    const item = document.createElement('li');
    item.append(name);
    if (onRemove) {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-label', removeWords(name));
      button.append('×');
      button.addEventListener('click', () => onRemove(id));
      item.append(button);
    }
    list.append(item);
  }
  return list;
}

/** Narrows the choices as somebody types. */
export function searchBox(label: string, value: string, onSearch: (text: string) => void): HTMLElement {
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'form-control op-picker-search';
  input.setAttribute('aria-label', label);
  input.placeholder = label;
  input.value = value;
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    if (!(event instanceof InputEvent && event.isComposing)) onSearch(input.value.trim());
  });
  input.addEventListener('compositionend', () => onSearch(input.value.trim()));
  return input;
}
