import type { Webform } from '@formio/js/form';
import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type FieldError } from '../state/ErrorSummary.tsx';
import { nameParts } from './accessible-names.ts';
import type { ChoiceSource } from './choices.ts';
import type { FileStorage } from './file-storage.ts';
import { formValidator } from './form-validator.ts';
import { checkForm, mountForm } from './mount-form.ts';
import { type FormDefinition, type FormPermission, renderable } from './renderable.ts';

export type FormData = Record<string, unknown>;

export type SubmitResult =
  | { readonly valid: true; readonly data: FormData }
  | { readonly valid: false; readonly errors: readonly FieldError[] };

/** What the page, which owns the buttons, does with the form. */
export interface FormHandle {
  /** Checks everything, shows what is wrong at the fields and on top, and hands out the data if nothing is. */
  readonly submit: () => Promise<SubmitResult>;
  /** The data as they stand, checked or not: for a draft. */
  readonly getData: () => FormData;
  readonly focus: (path: string) => void;
}

export interface FormRendererProps {
  readonly ref?: Ref<FormHandle>;
  readonly definition: FormDefinition;
  /** What the form starts with. Later changes are not taken over, so that nobody's typing is lost: change `key` for that. */
  readonly data?: FormData;
  readonly readOnly?: boolean;
  readonly permission?: FormPermission;
  /** The interface's language unless said otherwise. */
  readonly language?: string;
  /** After each change by the person (never for what the form fills in by itself at the start). */
  readonly onChange?: (data: FormData, isValid: boolean) => void;
  /** Form.io's own wish to submit (Enter in a field); the page decides. */
  readonly onSubmit?: (data: FormData) => void;
  /** What the server found; shown like the form's own errors. */
  readonly errors?: readonly FieldError[];
  /** Where attachments go; without it they cannot be uploaded. */
  readonly fileStorage?: FileStorage;
  /** Whom and what the pickers offer; without it they offer nothing. */
  readonly choices?: ChoiceSource;
}

const none: readonly FieldError[] = [];

/** A Form.io form, in the interface's language and look. */
export function FormRenderer(props: FormRendererProps) {
  const { ref, definition, data, readOnly = false, permission, errors = none } = props;
  const { t, i18n } = useTranslation('ui');
  const language = props.language ?? i18n.language;
  const host = useRef<HTMLDivElement>(null);
  const form = useRef<Webform>(null);
  const uploads = useRef(0);
  const kept = useRef<FormData>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'loading' | 'ready' | 'broken'>('loading');
  const [found, setFound] = useState<readonly FieldError[]>(none);

  // By content: a page may build the same definition anew on each render.
  const shape = JSON.stringify([definition, permission ?? {}]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` is what the form starts with, `t` only words an error
  useEffect(() => {
    const element = document.createElement('div');
    host.current?.append(element);
    let gone = false;
    let endNames = () => {};
    setState('loading');
    const [ownDefinition, ownPermission] = JSON.parse(shape) as [FormDefinition, FormPermission];
    const mounting = mountForm(element, {
      definition: ownDefinition,
      permission: ownPermission,
      data: kept.current ?? data ?? {},
      readOnly,
      language,
      choices: async (query) => (await latest.current.choices?.(query)) ?? [],
      uploadRefusal: t('form.noUpload'),
      upload: async (file, options) => {
        const storage = latest.current.fileStorage;
        if (!storage) throw new Error(t('form.noUpload'));
        uploads.current += 1;
        try {
          return await storage.upload(file, options);
        } finally {
          uploads.current -= 1;
        }
      },
      onChange: (changed, isValid) => {
        kept.current = changed;
        latest.current.onChange?.(changed, isValid);
      },
      onSubmit: (submitted) => latest.current.onSubmit?.(submitted),
    });
    mounting
      .then((mounted) => {
        if (gone) return;
        form.current = mounted;
        endNames = nameParts(element);
        setState('ready');
      })
      .catch((reason: unknown) => {
        console.error(reason);
        if (!gone) setState('broken');
      });
    return () => {
      gone = true;
      endNames();
      form.current = null;
      // A form that is still being built is destroyed as soon as it stands.
      void mounting.then((mounted) => mounted.destroy(true)).catch(() => undefined);
      element.remove();
    };
  }, [shape, readOnly, language]);

  useEffect(() => {
    if (state !== 'ready') return;
    setFound(errors);
    for (const { path, message } of errors) {
      form.current?.getComponent(path)?.setCustomValidity([{ level: 'error', message, path }], true, true);
    }
  }, [errors, state]);

  const focus = (path: string) => form.current?.focusOnComponent(path);

  useImperativeHandle(ref, () => ({
    focus,
    getData: () => copyOf(form.current) ?? kept.current ?? latest.current.data ?? {},
    submit: async () => {
      const mounted = form.current;
      if (!mounted) return refuse(t('form.loading'));
      if (uploads.current > 0) return refuse(t('form.uploading'));
      // What is hidden at this step cannot be filled in, so it is not asked for; the server knows what is stored there.
      const wrong = await checkForm(mounted, formValidator(renderable(definition, permission), language));
      setFound(wrong);
      if (wrong.length > 0) return { valid: false, errors: wrong };
      return { valid: true, data: copyOf(mounted) ?? {} };
    },
  }));

  function refuse(message: string): SubmitResult {
    const reasons = [{ path: '', message }];
    setFound(reasons);
    return { valid: false, errors: reasons };
  }

  return (
    <div className="op-form" data-ready={state === 'ready'}>
      <ErrorSummary errors={found} onPick={focus} />
      {state === 'loading' && <Skeleton active title={false} aria-label={t('form.loading')} />}
      {state === 'broken' && <Alert type="error" title={t('form.broken')} />}
      <div ref={host} hidden={state !== 'ready'} />
    </div>
  );
}

/** The data apart from Form.io's own objects. */
function copyOf(form: Webform | null): FormData | undefined {
  return form ? (JSON.parse(JSON.stringify(form.submission.data ?? {})) as FormData) : undefined;
}
