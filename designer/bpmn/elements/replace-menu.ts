import type { PopupMenu } from 'bpmn-js/lib/Modeler';

/** What an element may be turned into (`R`): the ids that bpmn-js gives these entries. */
const offered: ReadonlySet<string> = new Set([
  'replace-with-exclusive-gateway',
  'replace-with-parallel-gateway',
  'replace-with-inclusive-gateway',
  'replace-with-user-task',
  'replace-with-service-task',
  'replace-with-rule-task',
  'replace-with-call-activity',
  'replace-with-none-end',
  'replace-with-terminate-end',
  'replace-with-timer-intermediate-catch',
  'replace-with-message-intermediate-catch',
  'replace-with-timer-boundary',
  'replace-with-non-interrupting-timer-boundary',
]);

type Entries = Readonly<Record<string, unknown>>;

/** A module of bpmn-js that leaves out of its menu of replacements what no plan can hold. */
export const replaceMenuModule: object = {
  __init__: ['offeredReplacements'],
  offeredReplacements: [
    'type',
    class OfferedReplacements {
      static readonly $inject = ['popupMenu'];

      constructor(menu: PopupMenu) {
        // Below bpmn-js's own provider, so that its entries are there to be left out.
        menu.registerProvider('bpmn-replace', 200, this);
      }

      getPopupMenuEntries() {
        return (entries: Entries): Entries =>
          Object.fromEntries(Object.entries(entries).filter(([name]) => offered.has(name)));
      }

      getPopupMenuHeaderEntries() {
        return (): Entries => ({});
      }
    },
  ],
};
