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
  dataClass: 'Data class',
  noClass: 'not said',
  classes: {
    C1: 'C1 may be public',
    C2: 'C2 within the school',
    C3: 'C3 personal',
    C4: 'C4 sensitive',
  },
};
