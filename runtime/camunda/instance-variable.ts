/** Process variable on the engine that holds the id of our instance. */
export const instanceVariable = 'oneplanInstanceId';
