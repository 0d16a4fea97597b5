/** Bounds of a BPMN file, checked before the parser sees it. */
export const BPMN_LIMITS = {
  /** bytes of the file in UTF-8 */
  bytes: 1_048_576,
  /** nested XML elements */
  depth: 50,
  /** XML elements outside the diagram part */
  elements: 5_000,
  /** XML elements in all: the diagram part has about five for every drawn element */
  allElements: 30_000,
  /** attributes of one XML element */
  attributesPerElement: 100,
  /** findings that are reported; the rest would not help */
  findings: 200,
} as const;
