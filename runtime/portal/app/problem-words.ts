export { useProblemText } from '../../ui/api/problem-words.ts';
