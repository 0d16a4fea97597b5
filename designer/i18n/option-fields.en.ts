/** The options of a choice, and as which one an option of a layer's own counts. */
export const optionFieldsEn = {
  title: 'Options',
  name: 'Name',
  countsAs: 'Counts as',
  itself: 'itself',
  nameOf: 'Name of the option “{{name}}”',
  countsAsOf: 'The option “{{name}}” counts as',
  new: 'New option',
  add: 'Add an option',
};
