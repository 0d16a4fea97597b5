/** Some of Form.io's builder templates, rewritten so that every part can be reached and named without a mouse. */

export interface TemplateWords {
  readonly add: (name: string) => string;
  readonly remove: string;
  readonly copy: string;
  readonly paste: string;
  readonly move: string;
  readonly edit: string;
  readonly inspect: string;
  readonly closeDialog: string;
}

interface TemplateContext {
  readonly iconClass: (name: string) => string;
  readonly t: (text: string, options?: object) => string;
}

interface SidebarContext extends TemplateContext {
  readonly groups: readonly string[];
  readonly groupId: string;
  readonly scrollEnabled?: boolean;
}

interface GroupContext extends TemplateContext {
  readonly groupKey: string;
  readonly groupId: string;
  readonly group: {
    readonly title: string;
    readonly componentOrder: readonly string[];
    readonly components: Readonly<
      Record<string, { key: string; title: string; icon: string; schema: { type: string } }>
    >;
  };
}

interface ComponentContext extends TemplateContext {
  readonly html: string;
  readonly disableBuilderActions?: boolean;
  readonly editComponent?: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Groups of the palette that are open at first. */
const openAtFirst: ReadonlySet<string> = new Set(['school', 'fill']);

/** Class of the button that adds a component without dragging; `FormBuilder` listens for it. */
export const addButtonClass = 'op-add-component';

/** Class of the button that opens what Form.io's own dialog does not hold; `FormBuilder` listens for it. */
export const inspectButtonClass = 'op-inspect-component';

/** Templates by Form.io's names. The `ref` attributes and classes are what Form.io looks for. */
export function builderTemplates(words: TemplateWords): Readonly<Record<string, { readonly form: unknown }>> {
  return {
    builderSidebar: { form: (context: SidebarContext) => sidebar(context) },
    builderSidebarGroup: { form: (context: GroupContext) => sidebarGroup(context, words) },
    builderComponent: { form: (context: ComponentContext) => component(context, words) },
    dialog: { form: () => dialog(words) },
  };
}

function sidebar({ groups, groupId, scrollEnabled, t }: SidebarContext): string {
  const search = escaped(t('searchFields'));
  return `<div id="${groupId}" class="accordion builder-sidebar${scrollEnabled ? ' builder-sidebar_scroll' : ''}" ref="sidebar">
    <input class="form-control builder-sidebar_search" type="search" ref="sidebar-search" placeholder="${search}" aria-label="${search}" />
    <div ref="sidebar-groups">${groups.join('')}</div>
  </div>`;
}

function sidebarGroup(
  { group, groupKey, groupId, iconClass, t }: GroupContext,
  words: TemplateWords,
): string {
  const open = openAtFirst.has(groupKey);
  const entries = group.componentOrder.map((name) => {
    const entry = group.components[name];
    if (!entry) return '';
    return `<div ref="sidebar-component" class="formcomponent drag-copy op-palette-entry" data-group="${groupKey}"
      data-key="${entry.key}" data-type="${entry.schema.type}">
      <i class="${iconClass(entry.icon)}" aria-hidden="true"></i>
      <span>${escaped(entry.title)}</span>
      <button type="button" class="${addButtonClass}" aria-label="${escaped(words.add(entry.title))}"><i class="${iconClass('plus')}" aria-hidden="true"></i></button>
    </div>`;
  });
  return `<div class="card form-builder-panel accordion-item" ref="group-panel-${groupKey}">
    <div class="form-builder-group-header" id="heading-${groupKey}">
      <button type="button" class="builder-group-button" data-bs-toggle="collapse" data-bs-target="#group-${groupKey}"
        data-bs-parent="#${groupId}" aria-expanded="${open}" aria-controls="group-${groupKey}" ref="sidebar-anchor">${escaped(group.title)}</button>
    </div>
    <div id="group-${groupKey}" class="accordion-collapse collapse${open ? ' show' : ''}" data-bs-parent="#${groupId}"
      data-default="${open}" aria-labelledby="heading-${groupKey}" ref="sidebar-group">
      <div id="group-container-${groupKey}" class="no-drop op-palette-group" ref="sidebar-container">
        ${entries.length > 0 ? entries.join('') : escaped(t('noMatchesFound'))}
      </div>
    </div>
  </div>`;
}

function component(
  { html, disableBuilderActions, editComponent, iconClass }: ComponentContext,
  words: TemplateWords,
): string {
  const button = (ref: string, name: string, icon: string, label: string) =>
    `<button type="button" class="btn btn-xxs btn-default component-settings-button component-settings-button-${name}"
      ref="${ref}" aria-label="${escaped(label)}"><i class="${iconClass(icon)}" aria-hidden="true"></i></button>`;
  const actions = disableBuilderActions
    ? ''
    : `<div class="component-btn-group" data-noattach="true">
        ${editComponent ? button('editComponent', 'edit', 'cog', words.edit) : ''}
        <button type="button" class="btn btn-xxs btn-default component-settings-button ${inspectButtonClass}"
          aria-label="${escaped(words.inspect)}"><i class="${iconClass('list-alt')}" aria-hidden="true"></i></button>
        ${button('moveComponent', 'move', 'move', words.move)}
        ${button('copyComponent', 'copy', 'copy', words.copy)}
        ${button('pasteComponent', 'paste', 'save', words.paste)}
        ${button('removeComponent', 'remove', 'remove', words.remove)}
      </div>`;
  return `<div class="builder-component" ref="dragComponent" tabindex="-1">${actions}${html}</div>`;
}

function dialog(words: TemplateWords): string {
  return `<div class="formio-dialog formio-dialog-theme-default component-settings">
    <div class="formio-dialog-overlay" ref="dialogOverlay"></div>
    <div class="formio-dialog-content" ref="dialogContents" role="dialog" aria-modal="true">
      <div ref="dialogContents"></div>
      <button type="button" class="formio-dialog-close float-end btn-sm" aria-label="${escaped(words.closeDialog)}" ref="dialogClose"></button>
    </div>
  </div>`;
}
