/** The element in the diagram: the body of a multi-instance activity has an id of its own in history. */
export const elementOf = (activityId: string): string => activityId.replace('#multiInstanceBody', '');
