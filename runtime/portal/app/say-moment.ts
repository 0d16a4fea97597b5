export { useSayMoment } from '../../ui/say-moment.ts';
