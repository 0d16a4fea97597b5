import type { ComponentNode } from './component-tree.ts';
import { arrayOf, isPlainObject } from './definition.ts';
import {
  comparesNoDate,
  hasDataAround,
  isAffectedBy,
  isConditional,
  isContent,
  isInGrid,
  isInNestedGrid,
  isNear,
  isSentWrong,
  isTypedRadio,
  namesWithEmptiness,
  type Observation,
  some,
  upwards,
} from './difference-causes.ts';

/** A difference that is meant to be. */
export interface Difference {
  readonly id: string;
  readonly reason: string;
  covers(observation: Observation): boolean;
}

/**
 * Every difference between this validator and `@formio/core` 2.8.3 with its `Processors` on a server, without
 * author JavaScript. The differential test allows these and nothing else, and shows that each of them occurs.
 */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'wrong-type',
    reason:
      'A value of a type that its component cannot hold is an error at its place, and is not looked at further. The reference lets most of them through, or turns them into nothing.',
    covers: (observation) => {
      const { side, path, rule, node, ourErrors } = observation;
      if (side === 'ours' && rule === 'type') return true;
      if (side === 'data') return some(observation.tree, (each) => isSentWrong(each, observation));
      const isNextToWrong = ourErrors.some((error) => error.rule === 'type' && isNear(path, error.path));
      const isWrong = (each: ComponentNode): boolean =>
        upwards(each).some((one) => isSentWrong(one, observation));
      return isNextToWrong || (isConditional(node) && isAffectedBy(observation, isWrong));
    },
  },
  {
    id: 'reference-throws',
    reason: 'The reference throws on some values of the wrong type; here every submission gets an answer.',
    covers: ({ side }) => side === 'threw',
  },
  {
    id: 'every-item',
    reason:
      'In a component with several values each item is held to the rules for texts; the reference asks about the list and then skips these rules.',
    covers: ({ side, rule, node }) =>
      side === 'ours' &&
      Boolean(node?.component.multiple) &&
      ['minLength', 'maxLength', 'minWords', 'maxWords', 'pattern', 'min', 'max'].includes(rule),
  },
  {
    id: 'empty-list-fits-mask',
    reason:
      'An empty list of several values is nothing, so no mask applies; the reference finds it too short.',
    covers: ({ side, rule, node }) =>
      side === 'theirs' && rule === 'mask' && Boolean(node?.component.multiple),
  },
  {
    id: 'numbers-are-choices',
    reason:
      'A choice that is stored as a number or flag is looked up among the options too; the reference takes it for empty.',
    covers: ({ side, rule }) => side === 'ours' && rule === 'onlyAvailableItems',
  },
  {
    id: 'choice-text-of-number',
    reason:
      'An option that is written as a number or flag is offered whether it is stored as text or not; the reference compares the stored form with the text.',
    covers: ({ side, rule, node }) =>
      side === 'theirs' && rule === 'onlyAvailableItems' && node?.component.type !== 'selectboxes',
  },
  {
    id: 'empty-radio',
    reason:
      'A radio without a choice stays without one; the reference turns nothing into NaN, "undefined" or false by its data type, so that `required` passes.',
    covers: (observation) => isAffectedBy(observation, isTypedRadio),
  },
  {
    id: 'amounts-are-numbers',
    reason: 'An amount of money that is sent as text is stored as a number; the reference stores the text.',
    covers: (observation) => isAffectedBy(observation, ({ component }) => component.type === 'currency'),
  },
  {
    id: 'rows-are-counted',
    reason: 'The number of rows that an author sets for a grid holds; the reference compares texts only.',
    covers: ({ side, rule }) => side === 'ours' && (rule === 'minRows' || rule === 'maxRows'),
  },
  {
    id: 'grids-not-sent',
    reason:
      'A grid that was not sent is nothing to its own rules; the reference shows them a row of empty numbers.',
    covers: ({ rule, node, sent }) => rule === 'json' && node?.type?.kind === 'grid' && !sent,
  },
  {
    id: 'files-are-checked',
    reason:
      'Number, size and type of files hold on the server too; the reference leaves them to the browser.',
    covers: ({ side, rule }) => side === 'ours' && rule.startsWith('file'),
  },
  {
    id: 'steps-hold',
    reason: 'A number must lie on the steps that the author sets; the reference leaves that to the browser.',
    covers: ({ side, rule }) => side === 'ours' && rule === 'step',
  },
  {
    id: 'always-calculated',
    reason:
      'A computed value is computed on the server whatever `calculateServer` says, else anybody could send a figure; `allowCalculateOverride` lets a sent value stand.',
    covers: ({ tree }) =>
      some(
        tree,
        ({ component }) =>
          isPlainObject(component.calculateValue) &&
          (component.calculateServer !== true || component.allowCalculateOverride === true),
      ),
  },
  {
    id: 'calculation-without-number',
    reason: 'A calculation that gives no finite number leaves the field empty; the reference stores NaN.',
    covers: ({ side, tree, node }) =>
      side === 'data'
        ? some(tree, (each) => isPlainObject(each.component.calculateValue))
        : isPlainObject(node?.component.calculateValue),
  },
  {
    id: 'not-stored',
    reason: 'What an author marks as not persistent is not part of the data to be stored.',
    covers: ({ side, tree }) =>
      side === 'data' &&
      some(
        tree,
        ({ component }) =>
          Object.hasOwn(component, 'persistent') &&
          (!component.persistent || component.persistent === 'client-only'),
      ),
  },
  {
    id: 'first-year-of-parts',
    reason:
      'The first year may be set with the year part of a day, as the last year may; the reference reads the last one only.',
    covers: ({ side, rule }) => side === 'ours' && rule === 'minYear',
  },
  {
    id: 'rows-inside-rows',
    reason:
      'A condition inside a grid in a grid looks at the row that it stands in, and the fields of an inner grid that was not sent are those of its first row; the reference takes the number of the row from the other grid.',
    covers: (observation) =>
      isInNestedGrid(observation.node)
        ? observation.sent === undefined || isConditional(observation.node)
        : isAffectedBy(observation, isInNestedGrid),
  },
  {
    id: 'logic-per-row',
    reason:
      'Logic in a row changes that row; the reference changes the definition, and with it all rows that follow.',
    covers: ({ node, side, tree }) => {
      const hasRowLogic = (each: ComponentNode): boolean =>
        isInGrid(each) && arrayOf(each.component, 'logic').length > 0;
      return side === 'data'
        ? some(tree, hasRowLogic)
        : node !== undefined && upwards(node).some(hasRowLogic);
    },
  },
  {
    id: 'surroundings-stay-hidden',
    reason:
      'A component may ask whether the container or grid around it is empty; the reference then forgets that this was hidden.',
    covers: ({ tree, node }) =>
      node !== undefined &&
      some(tree, (each) => {
        const around = upwards(each).slice(1);
        return around.some(
          (outer) =>
            namesWithEmptiness(each, outer) &&
            (upwards(node).includes(outer) || upwards(outer).includes(node)),
        );
      }),
  },
  {
    id: 'texts-hold-no-value',
    reason:
      'A text or HTML component does not make the container or grid that it stands in "not empty"; in the reference it does.',
    covers: ({ tree, node }) =>
      node !== undefined &&
      upwards(node).some((each) =>
        some(tree, (target) => namesWithEmptiness(each, target) && some(target.children, isContent)),
      ),
  },
  {
    id: 'emptiness-in-its-place',
    reason:
      'Whether a container or grid inside another is empty is asked of its own data; the reference looks for its fields at the root of the data.',
    covers: (observation) =>
      isAffectedBy(observation, (each) =>
        some(observation.tree, (target) => namesWithEmptiness(each, target) && hasDataAround(target)),
      ),
  },
  {
    id: 'texts-in-containers',
    reason:
      'A text or HTML component has no part in the data. The reference takes it for the container or row that it stands in: its condition hides that, and unknown values in there count for `required`.',
    covers: ({ tree, node, rule }) =>
      node !== undefined &&
      some(
        tree,
        (each) =>
          isContent(each) && upwards(each).includes(node) && (isConditional(each) || rule === 'required'),
      ),
  },
  {
    id: 'hidden-lists',
    reason:
      'What is hidden is not validated; the reference still asks whether the list of several values is one.',
    covers: ({ side, rule, node }) =>
      side === 'theirs' && rule === 'multiple' && Boolean(node?.component.multiple),
  },
  {
    id: 'dates-are-texts',
    reason:
      'Conditions on dates compare texts and numbers; the reference takes any object for the present moment.',
    covers: (observation) => isAffectedBy(observation, (node) => comparesNoDate(node, observation)),
  },
  {
    id: 'pattern-dialect',
    reason:
      'Patterns run in linear time: a character outside the basic plane counts as one, and `\\s` is ASCII white space.',
    covers: ({ rule }) => rule === 'pattern',
  },
  {
    id: 'mask-dialect',
    reason:
      'Letters and digits of a mask are ASCII; in text fields the reference takes full-width digits and Cyrillic as well.',
    covers: ({ rule }) => rule === 'mask',
  },
  {
    id: 'mask-name-without-text',
    reason:
      'Where there are several masks, an empty field stores nothing; the reference stores the name of the first mask.',
    covers: ({ side, tree }) =>
      side === 'data' && some(tree, ({ component }) => component.allowMultipleMasks === true),
  },
  {
    id: 'limits',
    reason: 'A submission beyond the limits of size, depth or rows is refused as a whole.',
    covers: ({ side, ourErrors }) =>
      side !== 'threw' && ourErrors.some((error) => ['size', 'depth', 'rows'].includes(error.rule)),
  },
];
