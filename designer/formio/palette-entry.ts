/** One entry of the palette: what Form.io gets when it is dropped. `label` is set from the words. */
export interface PaletteEntry {
  readonly icon: string;
  readonly schema: Readonly<Record<string, unknown>>;
}
