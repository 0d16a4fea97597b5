/**
 * The colours, sizes and motion of the whole interface, once. Ant Design takes them as theme tokens
 * (`antd-theme.ts`), Form.io's components and bpmn-js through CSS custom properties (`cssVariables`).
 */
export type ColourMode = 'light' | 'dark';

/** One state: `mark` for icons, borders and diagram strokes (≥ 3 : 1); `text` for words (≥ 4.5 : 1); `soft` behind them. */
export interface StateColour {
  readonly mark: string;
  readonly text: string;
  readonly soft: string;
}

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly line: string;
  /** Border of things one can type into or press: ≥ 3 : 1 on the surface. */
  readonly lineStrong: string;
  readonly primary: string;
  readonly primaryHover: string;
  readonly primarySoft: string;
  /** Words upon the primary colour. */
  readonly onPrimary: string;
  readonly focus: string;
  readonly waiting: StateColour;
  readonly returned: StateColour;
  readonly confirmed: StateColour;
  readonly locked: StateColour;
  readonly overdue: StateColour;
  readonly neutral: StateColour;
}

export const palettes: Readonly<Record<ColourMode, Palette>> = {
  light: {
    paper: '#F7F8F6',
    surface: '#FFFFFF',
    ink: '#1B2A2F',
    inkMuted: '#5B6B70',
    line: '#E1E6E4',
    lineStrong: '#87958F',
    primary: '#1F6F5C',
    primaryHover: '#185848',
    primarySoft: '#E7F1EE',
    onPrimary: '#FFFFFF',
    focus: '#1F6F5C',
    waiting: { mark: '#B7791F', text: '#84540C', soft: '#FBF3E2' },
    returned: { mark: '#C2410C', text: '#A83A0C', soft: '#FCEDE5' },
    confirmed: { mark: '#2F855A', text: '#226645', soft: '#E6F3EC' },
    locked: { mark: '#5A5FB0', text: '#4B509E', soft: '#ECEDF7' },
    overdue: { mark: '#B42318', text: '#A01F15', soft: '#FBE9E7' },
    neutral: { mark: '#6B7A7F', text: '#4D5C61', soft: '#EEF1F0' },
  },
  dark: {
    paper: '#0F1718',
    surface: '#172123',
    ink: '#E7EDEB',
    inkMuted: '#A3B2B3',
    line: '#2B393B',
    lineStrong: '#71848A',
    primary: '#4FB39A',
    primaryHover: '#6BC7B0',
    primarySoft: '#1B3530',
    onPrimary: '#08201A',
    focus: '#6BC7B0',
    waiting: { mark: '#D9A03F', text: '#EBBE6B', soft: '#33290F' },
    returned: { mark: '#F08A5B', text: '#F7A27B', soft: '#3A2015' },
    confirmed: { mark: '#55B383', text: '#7BCBA1', soft: '#14301F' },
    locked: { mark: '#9195DD', text: '#B1B4EC', soft: '#24264A' },
    overdue: { mark: '#EF7B70', text: '#F79A91', soft: '#3D1B18' },
    neutral: { mark: '#8B9A9E', text: '#B4C1C3', soft: '#243133' },
  },
};

export const fontFamily =
  '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';
export const monoFamily = 'ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono", monospace';

/** px */
export const fontSizes = { small: 12, desktop: 14, phone: 16, title: 20, figure: 28 } as const;
export const radius = 6;
/** px; the least height of what a finger presses */
export const touchTarget = 44;
export const motion = '120ms ease-out';

export const stateNames = ['waiting', 'returned', 'confirmed', 'locked', 'overdue', 'neutral'] as const;
export type StateColourName = (typeof stateNames)[number];

/** The tokens as CSS custom properties (`--op-…`), for what Ant Design does not paint. */
export function cssVariables(mode: ColourMode): Readonly<Record<`--op-${string}`, string>> {
  const palette = palettes[mode];
  const variables: Record<`--op-${string}`, string> = {
    '--op-paper': palette.paper,
    '--op-surface': palette.surface,
    '--op-ink': palette.ink,
    '--op-ink-muted': palette.inkMuted,
    '--op-line': palette.line,
    '--op-line-strong': palette.lineStrong,
    '--op-primary': palette.primary,
    '--op-primary-hover': palette.primaryHover,
    '--op-primary-soft': palette.primarySoft,
    '--op-on-primary': palette.onPrimary,
    '--op-focus': palette.focus,
    '--op-font': fontFamily,
    '--op-mono': monoFamily,
    '--op-radius': `${radius}px`,
    '--op-touch': `${touchTarget}px`,
    '--op-motion': motion,
  };
  for (const name of stateNames) {
    variables[`--op-${name}`] = palette[name].mark;
    variables[`--op-${name}-text`] = palette[name].text;
    variables[`--op-${name}-soft`] = palette[name].soft;
  }
  return variables;
}
