import type { FormComponent } from './definition.ts';

/**
 * How a component stands in the data.
 * `value`: one value under its key; `container`: an object that holds its children; `grid`: an array of such
 * objects; `layout`: nothing of its own, its children stand beside it; `content`: nothing at all.
 */
export type ComponentKind = 'value' | 'container' | 'grid' | 'layout' | 'content';

/** Where a component keeps its children; a column, table cell or tab is no component itself. */
export type ChildrenIn = 'components' | 'columns' | 'rows' | 'tabs';

/** Everything the form runtime knows about one component type. One file and one registry line each. */
export interface ComponentType {
  readonly type: string;
  readonly kind: ComponentKind;
  readonly childrenIn?: ChildrenIn;
  /** Numbers get no default value on submission: an emptied field must stay empty. */
  readonly numeric?: boolean;
  /** `false` means "not filled in" to `required` (tick boxes). */
  readonly falseIsEmpty?: boolean;
  /** `required` looks at the object itself, not at the values in it. */
  readonly opaqueToRequired?: boolean;
  /** How the rule `multiple` treats the component; absent: a list where `multiple` is set, anything else where not. */
  readonly multiplicity?: (component: FormComponent) => Multiplicity;
  /** Says what a single value must be; answers `true` for a value of that type. Empty values are never asked about. */
  readonly expects?: (component: FormComponent) => Expectation;
  /** Brings an accepted value (the whole list where `multiple`) into its stored form. `undefined` removes it. */
  readonly normalise?: (component: FormComponent) => ((value: unknown) => unknown) | undefined;
}

export interface Expectation {
  /** Name of the expected type, for the message: `text`, `number`, `boolean`, `object`, `list`, … */
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
}

export interface Multiplicity {
  /** The rule does not look at this component. */
  readonly exempt?: boolean;
  /** A list is a proper single value of this component. */
  readonly listIsValue?: boolean;
  /** Lists of lists are fine. */
  readonly nestedLists?: boolean;
}
