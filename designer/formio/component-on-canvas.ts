import { componentTypeOf } from '@oneplan/runtime/forms/component-registry.ts';

/** Form.io's object behind a component on the canvas, as far as it is looked at. */
interface CanvasComponent {
  readonly component?: { readonly type?: string; readonly key?: string };
  readonly parent?: CanvasComponent | null;
}

/** The name within its form of the component that an element of the canvas stands in; null where there is none. */
export function componentIdAt(element: Element): string | null {
  const host = element.closest<Element & { formioComponent?: CanvasComponent }>('.builder-component');
  return host?.formioComponent ? canvasComponentId(host.formioComponent) : null;
}

/** The same name as `componentId` gives it: place in the data, or the key of a component that holds none. */
export function canvasComponentId(component: CanvasComponent): string {
  const keys = [component.component?.key ?? ''];
  if (!holdsNothing(component)) {
    for (let at = component.parent; at; at = at.parent) {
      const kind = componentTypeOf(at.component?.type)?.kind;
      if (kind === 'container' || kind === 'grid') keys.unshift(at.component?.key ?? '');
    }
  }
  return keys.join('.');
}

function holdsNothing({ component }: CanvasComponent): boolean {
  const kind = componentTypeOf(component?.type)?.kind;
  return kind === 'layout' || kind === 'content';
}
