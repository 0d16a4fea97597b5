import { Components, type FormioField, type FormioFieldClass } from '@formio/js/form';
import { type PickerType, pickerTypes } from '../../contracts/pickers.ts';
import { type ChosenReference, isReference } from '../../forms/components/reference.ts';
import { type Choice, type ChoiceQuery, type ChoiceSource, offered } from './choices.ts';
import { choiceSelect, chosenList, searchBox } from './picker-parts.ts';

/** More choices than these are searched by name. */
const manyChoices = 30;

const titles: Readonly<Record<PickerType, string>> = {
  pupil: 'Pupil picker',
  schoolClass: 'Class picker',
  orgUnit: 'Unit picker',
  person: 'Person picker',
};

/** Makes the pickers known to Form.io: pupil, class, unit and person. */
export function registerPickers(): void {
  const field = Components.components.field as FormioFieldClass;
  for (const type of pickerTypes) Components.addComponent(type, pickerClass(field, type));
}

function pickerClass(Field: FormioFieldClass, type: PickerType): FormioFieldClass {
  return class Picker extends Field {
    private choices: readonly Choice[] = [];
    private state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
    private search = '';

    static override schema(...extend: readonly object[]) {
      return Field.schema({ type, key: type, label: '', input: true }, ...extend);
    }

    /** What the builder asks of every type; the palette names its own. */
    static get builderInfo() {
      return { title: titles[type], group: 'oneplan', icon: 'user', weight: 0, schema: Picker.schema() };
    }

    get defaultSchema() {
      return Picker.schema();
    }

    override render(): string {
      return super.render('<div ref="picker" class="op-picker"></div>');
    }

    override attach(element: HTMLElement): Promise<void> {
      this.loadRefs(element, { picker: 'single' });
      const attached = super.attach(element);
      this.draw();
      if (!this.builderMode && !this.isFixed()) void this.load();
      return attached;
    }

    override getValue(): unknown {
      return this.dataValue;
    }

    override setValue(value: unknown, flags: object = {}): boolean {
      const changed = this.updateValue(value, flags);
      this.draw();
      return changed;
    }

    override redraw(): Promise<void> {
      this.state = 'none';
      return super.redraw();
    }

    private isFixed(): boolean {
      return this.options.readOnly === true || this.disabled;
    }

    private isList(): boolean {
      return this.component.multiple === true;
    }

    private chosen(): readonly ChosenReference[] {
      return (Array.isArray(this.dataValue) ? this.dataValue : [this.dataValue]).filter(isReference);
    }

    private async load(): Promise<void> {
      const source = this.options.choices as ChoiceSource | undefined;
      if (!source || this.state !== 'none') return;
      this.state = 'loading';
      try {
        this.choices = await source(queryOf(type, this.component));
        this.state = 'ready';
      } catch {
        this.state = 'failed';
      }
      this.draw();
    }

    private take(chosen: readonly ChosenReference[]): void {
      this.updateValue(this.isList() ? chosen : (chosen[0] ?? null), { modified: true });
      this.draw();
    }

    private choose(id: string): void {
      const found =
        this.choices.find((choice) => choice.id === id) ?? this.chosen().find((it) => it.id === id);
      const one = found && { id: found.id, name: found.name };
      if (this.isList()) {
        if (one) this.take([...this.chosen(), one]);
      } else this.take(one ? [one] : []);
    }

    private draw(): void {
      const host = this.refs.picker;
      if (!(host instanceof HTMLElement)) return;
      const hadFocus = host.contains(document.activeElement) && document.activeElement?.tagName;
      const fixed = this.isFixed() || this.builderMode === true;
      const chosen = this.chosen();
      const open = offered(this.choices)
        .filter(({ id }) => !this.isList() || !chosen.some((it) => it.id === id))
        .filter(({ text }) => text.includes(this.search));
      const select = this.select(open, fixed);
      const parts: HTMLElement[] = [];
      if (this.isList() && chosen.length > 0) parts.push(this.list(chosen, fixed));
      if (!fixed && this.choices.length > manyChoices) parts.push(this.searching());
      if (!fixed || parts.length === 0) parts.push(select);
      host.replaceChildren(...parts);
      this.refs.input = [select];
      if (hadFocus === 'SELECT') select.focus();
      if (hadFocus === 'BUTTON') (host.querySelector('button') ?? select).focus();
      if (hadFocus === 'INPUT') focusEnd(host.querySelector('input'));
    }

    private select(open: readonly { readonly id: string; readonly text: string }[], fixed: boolean) {
      const single = this.isList() ? undefined : this.chosen()[0];
      const isOffered = single === undefined || open.some(({ id }) => id === single.id);
      return choiceSelect({
        id: `${this.id}-${String(this.component.key)}`,
        disabled: fixed,
        placeholder: this.placeholder(open.length),
        choices: isOffered ? open : [{ id: single.id, text: single.name }, ...open],
        value: single?.id ?? '',
        onChange: (id) => this.choose(id),
      });
    }

    private list(chosen: readonly ChosenReference[], fixed: boolean): HTMLElement {
      const remove = (id: string) => this.take(chosen.filter((it) => it.id !== id));
      return chosenList(chosen, fixed ? undefined : remove, (name) => this.t('Remove {{name}}', { name }));
    }

    private searching(): HTMLElement {
      return searchBox(this.t('Search the choices'), this.search, (text) => {
        this.search = text;
        this.draw();
      });
    }

    private placeholder(open: number): string {
      if (this.state === 'loading') return this.t('Loading choices');
      if (this.state === 'failed') return this.t('The choices could not be loaded. Please reload the page.');
      if (this.state === 'ready' && open === 0)
        return this.t(this.choices.length === 0 ? 'There is nothing to choose' : 'No more to choose');
      return this.isList() && this.chosen().length > 0 ? this.t('Add another') : this.t('Please choose');
    }
  } as FormioFieldClass;
}

function queryOf(picker: PickerType, component: FormioField['component']): ChoiceQuery {
  const list = (value: unknown) => (Array.isArray(value) && value.length > 0 ? value.map(String) : undefined);
  const roles = list(component.roles);
  const unitKinds = list(component.unitKinds);
  return { picker, ...(roles && { roles }), ...(unitKinds && { unitKinds }) };
}

function focusEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
