declare module 'dmn-moddle' {
  import type { ModdleElement, ReadWarning } from 'bpmn-moddle';

  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(
      xml: string,
      type?: string,
    ): Promise<{ rootElement: ModdleElement; warnings: readonly ReadWarning[] }>;
  }
}
