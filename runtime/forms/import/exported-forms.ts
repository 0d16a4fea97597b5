/** Forms as form.io exports them, by what is ordinary about them. Written for the tests of the import. */

const builderDefaults = {
  placeholder: '',
  prefix: '',
  customClass: '',
  suffix: '',
  multiple: false,
  defaultValue: null,
  protected: false,
  unique: false,
  persistent: true,
  hidden: false,
  clearOnHide: true,
  refreshOn: '',
  redrawOn: '',
  modalEdit: false,
  labelPosition: 'top',
  description: '',
  errorLabel: '',
  tooltip: '',
  hideLabel: false,
  tabindex: '',
  disabled: false,
  autofocus: false,
  dbIndex: false,
  customDefaultValue: '',
  calculateValue: '',
  calculateServer: false,
  widget: { type: 'input' },
  attributes: {},
  validateOn: 'change',
  validate: { required: true, custom: '', customPrivate: false, minLength: '', maxLength: '', pattern: '' },
  conditional: { show: null, when: null, eq: '' },
  overlay: { style: '', left: '', top: '', width: '', height: '' },
  allowCalculateOverride: false,
  encrypted: false,
  showCharCount: false,
  showWordCount: false,
  properties: {},
  allowMultipleMasks: false,
  input: true,
};

const submit = {
  type: 'button',
  key: 'submit',
  label: 'Submit',
  input: true,
  action: 'submit',
  theme: 'primary',
};
const envelope = {
  _id: '64f0c0ffee64f0c0ffee0001',
  machineName: 'abcdef:contact',
  title: 'Contact',
  name: 'contact',
  path: 'contact',
  type: 'form',
  display: 'form',
  project: '64f0c0ffee64f0c0ffee0000',
  owner: '64f0c0ffee64f0c0ffee0009',
  created: '2024-03-01T08:00:00.000Z',
  modified: '2024-03-02T08:00:00.000Z',
  access: [{ type: 'read_all', roles: ['64f0c0ffee64f0c0ffee0005'] }],
  submissionAccess: [],
  tags: [],
};

/** Straight from the builder: all defaults, a submit button, nothing that is not to be had here. */
export const contactForm = {
  ...envelope,
  components: [
    { ...builderDefaults, type: 'textfield', key: 'fullName', label: 'Full name', inputFormat: 'plain' },
    { ...builderDefaults, type: 'email', key: 'email', label: 'E-mail', kickbox: { enabled: false } },
    submit,
  ],
};

/** With JavaScript wherever Form.io lets an author write some. */
export const scriptedForm = {
  ...envelope,
  controller: 'form.on("change", alert)',
  components: [
    {
      type: 'number',
      key: 'hours',
      label: 'Hours',
      input: true,
      validate: { required: true, max: 24, custom: 'valid = input > 0 ? true : "no"' },
      calculateValue: 'value = data.days * 8',
    },
    {
      type: 'textarea',
      key: 'reason',
      label: 'Reason',
      input: true,
      customConditional: 'show = data.hours > 8',
      logic: [
        {
          name: 'a',
          trigger: { type: 'javascript', javascript: 'result = true' },
          actions: [{ type: 'property', property: { value: 'hidden', type: 'boolean' }, state: true }],
        },
        {
          name: 'b',
          trigger: { type: 'simple', simple: { show: true, when: 'hours', eq: '8' } },
          actions: [{ type: 'property', property: { value: 'disabled', type: 'boolean' }, state: true }],
        },
      ],
    },
    {
      type: 'content',
      key: 'note',
      label: 'Note',
      input: false,
      html: '<p>Read <b>this</b></p><script>alert(1)</script>',
    },
  ],
};

/** With data from elsewhere. */
export const remoteForm = {
  ...envelope,
  components: [
    {
      type: 'select',
      key: 'school',
      label: 'School',
      input: true,
      dataSrc: 'url',
      data: { url: 'https://elsewhere.example/schools', values: [{ label: '', value: '' }] },
      valueProperty: 'id',
    },
    {
      type: 'select',
      key: 'owner',
      label: 'Owner',
      input: true,
      dataSrc: 'resource',
      data: { resource: '64f0', values: [] },
    },
    { type: 'file', key: 'photo', label: 'Photo', input: true, storage: 's3', dir: '', url: '' },
    { type: 'address', key: 'place', label: 'Place', input: true, provider: 'google' },
    { type: 'form', key: 'child', label: 'Child form', form: '64f0', input: true },
    { type: 'recaptcha', key: 'captcha', label: 'Captcha', input: true },
  ],
};

/** Laid out, with components of the premium builder around ordinary ones, doubled keys and settings of a fork. */
export const laidOutForm = {
  ...envelope,
  display: 'pdf',
  settings: { pdf: { id: '1' } },
  components: [
    {
      type: 'columns',
      key: 'columns',
      label: 'Columns',
      input: false,
      columns: [
        { width: 6, components: [{ type: 'textfield', key: 'name', label: 'Name', input: true }] },
        { width: 6, components: [{ type: 'textfield', key: 'name', label: 'Other name', input: true }] },
      ],
    },
    {
      type: 'dynamicWizard',
      key: 'wizard',
      label: 'Wizard',
      input: true,
      components: [
        {
          type: 'panel',
          key: 'p',
          title: 'Page',
          input: false,
          components: [{ type: 'checkbox', key: 'ok', label: 'OK', input: true }],
        },
      ],
    },
    {
      type: 'textfield',
      key: '1st-field',
      label: 'First',
      input: true,
      ourFork: { colour: 'red' },
      encrypted: true,
    },
    {
      type: 'radio',
      key: 'kind',
      label: 'Kind',
      input: true,
      values: [{ label: 'A', value: 'a' }],
      conditional: { show: true, when: 'gone', eq: 'x' },
    },
  ],
};
