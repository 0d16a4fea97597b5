import type { ElementKind, PlanElement } from '../elements/element.ts';
import type { PropertyPath } from '../elements/json-value.ts';

interface OfElement {
  /** id of the element */
  readonly element: string;
  readonly kind: ElementKind;
  /** What a person calls it, in the changed plan where it is there. */
  readonly name: string;
}

/** Where an element stands; `after` is the sibling before it, undefined for the first. */
export interface Place {
  readonly parent: string;
  readonly slot: string;
  readonly after: string | undefined;
}

export interface ElementAdded extends OfElement {
  readonly change: 'added';
  readonly to: PlanElement;
}

export interface ElementRemoved extends OfElement {
  readonly change: 'removed';
  readonly from: PlanElement;
}

/** Another parent, another list of it, or another place among its siblings. */
export interface ElementMoved extends OfElement {
  readonly change: 'moved';
  readonly from: Place;
  readonly to: Place;
}

export interface PropertyChanged extends OfElement {
  readonly change: 'changed';
  /** `validate.required`: the steps of `path`, joined by dots */
  readonly property: string;
  readonly path: PropertyPath;
  /** undefined: not there */
  readonly from: unknown;
  readonly to: unknown;
}

export type PlanChange = ElementAdded | ElementRemoved | ElementMoved | PropertyChanged;
