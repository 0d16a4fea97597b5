import { describe, expect, test } from '@jest/globals';
import { type ColourMode, palettes, stateNames } from './tokens.ts';

/** Relative luminance of `#RRGGBB` by WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (offset: number) => {
    const value = Number.parseInt(hex.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each<ColourMode>(['light', 'dark'])('the %s palette', (mode) => {
  const palette = palettes[mode];

  test.each(['paper', 'surface', 'primarySoft'] as const)('ink can be read on %s', (ground) => {
    expect(contrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'surface'] as const)('muted ink and the primary colour can be read on %s', (ground) => {
    expect(contrast(palette.inkMuted, palette[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.primary, palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('words can be read on the primary button, hovered or not', () => {
    expect(contrast(palette.onPrimary, palette.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onPrimary, palette.primaryHover)).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of inputs stand out from the surface', () => {
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(stateNames)('the word of state %s can be read on every ground it stands on', (name) => {
    const { text, soft, mark } = palette[name];
    for (const ground of [soft, palette.surface, palette.paper]) {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(mark, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});
