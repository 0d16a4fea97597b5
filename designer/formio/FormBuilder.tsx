import type { WebformBuilder } from '@formio/js';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addButtonClass, builderTemplates } from './builder-templates.ts';
import { storedDefinition } from './form-definition.ts';
import { paletteOptions } from './palette.ts';

export interface FormBuilderHandle {
  /** The form as it stands on the canvas. */
  readonly getDefinition: () => FormDefinition;
}

export interface FormBuilderProps {
  readonly ref?: Ref<FormBuilderHandle>;
  /** What is edited. Later changes are not taken over, so that no work is lost: change `key` for another form. */
  readonly definition: FormDefinition;
  /** After each change on the canvas. */
  readonly onChange?: (definition: FormDefinition) => void;
}

/**
 * Form.io's builder: palette left, form right. Without code, other servers and everything else that a plan must
 * not hold; a palette entry is dragged or added with its button.
 */
export function FormBuilder(props: FormBuilderProps) {
  const { t, i18n } = useTranslation('editors');
  const host = useRef<HTMLDivElement>(null);
  const builder = useRef<WebformBuilder>(null);
  const kept = useRef(props.definition);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'loading' | 'ready' | 'broken'>('loading');
  const language = i18n.language;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` changes with the language only
  useEffect(() => {
    const element = document.createElement('div');
    host.current?.append(element);
    let gone = false;
    setState('loading');
    const opening = openBuilder(element, kept.current, language, (key, params) =>
      t(key as never, params ?? {}),
    );
    opening
      .then((opened) => {
        if (gone) return;
        builder.current = opened;
        opened.on('change', () => {
          kept.current = storedDefinition(opened.schema);
          latest.current.onChange?.(kept.current);
        });
        setState('ready');
      })
      .catch((reason: unknown) => {
        console.error(reason);
        if (!gone) setState('broken');
      });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') builder.current?.dialog?.refs.dialogClose?.click();
    };
    const onAdd = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest(`.${addButtonClass}`) : null;
      if (button && builder.current) addToEnd(builder.current, element, button);
    };
    // Form.io adds on Enter too, at the top of the form; the button's own press is the one that counts.
    const onPaletteKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest(`.${addButtonClass}`))
        event.stopPropagation();
    };
    document.addEventListener('keydown', onKey);
    element.addEventListener('keydown', onPaletteKey, { capture: true });
    element.addEventListener('click', onAdd);
    return () => {
      gone = true;
      builder.current = null;
      document.removeEventListener('keydown', onKey);
      void opening.then((opened) => close(opened)).catch(() => undefined);
      element.remove();
    };
  }, [language]);

  useImperativeHandle(props.ref, () => ({
    getDefinition: () => (builder.current ? storedDefinition(builder.current.schema) : kept.current),
  }));

  return (
    <div className="op-builder" data-ready={state === 'ready'}>
      {state === 'loading' && <Skeleton active aria-label={t('form.loading')} />}
      {state === 'broken' && <Alert type="error" title={t('form.broken')} />}
      <div ref={host} hidden={state !== 'ready'} />
    </div>
  );
}

type Words = (key: string, params?: Record<string, string | number>) => string;

async function openBuilder(
  element: HTMLElement,
  definition: FormDefinition,
  language: string,
  t: Words,
): Promise<WebformBuilder> {
  const { builderWords, cleanMarkup, Formio, simplifyEditForms } = await import('./offline-builder.ts');
  const edited = structuredClone(definition);
  cleanMarkup(edited);
  simplifyEditForms({ label: t('form.key'), hint: t('form.keyHint'), pattern: t('form.keyPattern') });
  const opened = await Formio.builder(element, edited, {
    language,
    i18n: builderWords,
    builder: paletteOptions({
      group: (name) => t(`form.group.${name}`),
      component: (type) => t(`form.component.${type}`),
      tab: (n) => t('form.tab', { n }),
    }),
    templates: builderTemplates({
      add: (name) => t('form.add', { name }),
      remove: t('form.remove'),
      copy: t('form.copy'),
      paste: t('form.paste'),
      move: t('form.move'),
      edit: t('form.edit'),
      closeDialog: t('form.closeDialog'),
    }),
    noDefaultSubmitButton: true,
    keyboardBuilder: true,
    editJson: false,
    helplinks: 'false',
    sanitize: true,
  });
  // A field's key is its identity: it stays when the label changes (and Chinese labels make no key).
  opened.updateComponentKey = ({ key }) => key;
  return opened;
}

/** What dragging a palette entry below the last component does. */
function addToEnd(builder: WebformBuilder, element: HTMLElement, button: Element): void {
  const entry = button.closest('.formcomponent');
  const form = element.querySelector('.formio-builder-form');
  if (entry?.parentElement && form) builder.onDrop(entry, form, entry.parentElement, null);
}

function close(builder: WebformBuilder): void {
  builder.dialog?.refs.dialogClose?.click();
  builder.destroy(true);
}
