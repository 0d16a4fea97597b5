import type { WebformBuilder } from '@formio/js';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asWritten, type Drawing } from './as-written.ts';
import { addButtonClass, builderTemplates, inspectButtonClass } from './builder-templates.ts';
import { componentIdAt } from './component-on-canvas.ts';
import { storedDefinition } from './form-definition.ts';
import { type LockMarks, markLocks } from './lock-marks.ts';
import { paletteOptions } from './palette.ts';
import type { PlanOptions } from './school-palette.ts';

export interface FormBuilderHandle {
  /** The form as it stands on the canvas. */
  readonly getDefinition: () => FormDefinition;
  /** Puts another form on the canvas, as if it had been made there; false where `accept` refuses it. */
  readonly setDefinition: (definition: FormDefinition) => boolean;
}

export interface FormBuilderProps {
  readonly ref?: Ref<FormBuilderHandle>;
  /** What is edited. Later changes are not taken over, so that no work is lost: change `key` for another form. */
  readonly definition: FormDefinition;
  /** After each change on the canvas. */
  readonly onChange?: (definition: FormDefinition) => void;
  /** What new components of the palette can be filled with; read when the builder opens. */
  readonly planOptions: PlanOptions;
  /** Whether a change may stay; one that may not is taken back at once. */
  readonly accept?: (definition: FormDefinition, before: FormDefinition) => boolean;
  /** Marks of the components that a layer above has locked, by their name within the form. */
  readonly marks?: LockMarks;
  /** A person asks for what stands beside Form.io's own settings of a component. */
  readonly onInspect?: (component: string) => void;
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
  /** null while another form is being drawn: what Form.io tells then is no change of a person's. */
  const drawing = useRef<Drawing>(null);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'loading' | 'ready' | 'broken'>('loading');
  const language = i18n.language;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` changes with the language only
  useEffect(() => {
    const element = document.createElement('div');
    host.current?.append(element);
    let gone = false;
    let endMarks = () => {};
    setState('loading');
    const words: Words = (key, params) => t(key as never, params ?? {});
    const opening = openBuilder(element, kept.current, language, latest.current.planOptions, words);
    opening
      .then((opened) => {
        if (gone) return;
        builder.current = opened;
        drawing.current = { written: kept.current, drawn: storedDefinition(opened.schema) };
        opened.on('change', () => {
          if (drawing.current) take(asWritten(storedDefinition(opened.schema), drawing.current));
        });
        endMarks = markLocks(element, (id) => latest.current.marks?.(id), latest.current.onInspect);
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
      const inspect = event.target instanceof Element ? event.target.closest(`.${inspectButtonClass}`) : null;
      const id = inspect && componentIdAt(inspect);
      if (id) latest.current.onInspect?.(id);
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
      endMarks();
      document.removeEventListener('keydown', onKey);
      void opening.then((opened) => close(opened)).catch(() => undefined);
      element.remove();
    };
  }, [language]);

  function take(next: FormDefinition): boolean {
    const { accept, onChange } = latest.current;
    if (JSON.stringify(next) === JSON.stringify(kept.current)) return true;
    if (accept && !accept(next, kept.current)) {
      draw();
      return false;
    }
    kept.current = next;
    onChange?.(next);
    return true;
  }

  /** Draws what is kept. */
  function draw(): void {
    const opened = builder.current;
    if (!opened) return;
    const written = kept.current;
    drawing.current = null;
    void show(opened, written).then(() => {
      if (kept.current === written) drawing.current = { written, drawn: storedDefinition(opened.schema) };
    });
  }

  useImperativeHandle(props.ref, () => ({
    getDefinition: () => kept.current,
    setDefinition: (definition) => {
      const taken = take(storedDefinition(definition));
      if (taken) draw();
      return taken;
    },
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
  planOptions: PlanOptions,
  t: Words,
): Promise<WebformBuilder> {
  const { builderWords, cleanMarkup, Formio, simplifyEditForms } = await import('./offline-builder.ts');
  const edited = structuredClone(definition);
  cleanMarkup(edited);
  simplifyEditForms({ label: t('form.key'), hint: t('form.keyHint'), pattern: t('form.keyPattern') });
  const opened = await Formio.builder(element, edited, {
    language,
    i18n: builderWords,
    builder: paletteOptions(
      {
        group: (name) => t(`form.group.${name}`),
        component: (type) => t(`form.component.${type}`),
        tab: (n) => t('form.tab', { n }),
        option: (n) => t('form.option', { n }),
      },
      planOptions,
    ),
    templates: builderTemplates({
      add: (name) => t('form.add', { name }),
      remove: t('form.remove'),
      copy: t('form.copy'),
      paste: t('form.paste'),
      move: t('form.move'),
      edit: t('form.edit'),
      inspect: t('form.inspect'),
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

/** Draws a form in place of the one that is there. */
async function show(builder: WebformBuilder, definition: FormDefinition): Promise<void> {
  const edited = structuredClone(definition);
  const { cleanMarkup } = await import('./offline-builder.ts');
  cleanMarkup(edited);
  await builder.setForm(edited);
  await builder.rebuild();
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
