import { describe, expect, test } from '@jest/globals';
import type { CamundaError } from './engine-error.ts';
import { readAnswer } from './read-answer.ts';

const errorOf = (status: number, body: string): CamundaError => {
  try {
    readAnswer('POST /x', status, body);
  } catch (error) {
    return error as CamundaError;
  }
  throw new Error('nothing was thrown');
};
const engineBody = (type: string) => JSON.stringify({ type, message: 'no', code: 0 });

describe('an answer of the engine', () => {
  test('is its JSON; an empty one is nothing', () => {
    expect(readAnswer('GET /x', 200, '{"id":"1"}')).toEqual({ id: '1' });
    expect(readAnswer('POST /x', 204, '')).toBeUndefined();
  });

  test.each([
    [400, engineBody('InvalidRequestException'), 'refused'],
    [404, engineBody('InvalidRequestException'), 'refused'],
    [500, engineBody('RestException'), 'failed'],
    [500, engineBody('OptimisticLockingException'), 'unavailable'],
    [503, '<h1>no</h1>', 'unavailable'],
    [404, '<h1>no</h1>', 'unavailable'],
    [404, JSON.stringify({ type: 'NotFoundException', message: 'HTTP 404 Not Found' }), 'unavailable'],
    [401, engineBody('AuthorizationException'), 'unavailable'],
    [200, '{"id":', 'unavailable'],
  ])('%i %s is %s', (status, body, kind) => {
    expect(errorOf(status, body).kind).toBe(kind);
  });

  test('of success that breaks off means that it happened', () => {
    expect(errorOf(200, '{"id":').mayHaveHappened).toBe(true);
  });

  test('is told without its body, beyond the engine’s own words', () => {
    expect(errorOf(500, '<p>name of a pupil</p>').message).toBe('POST /x: 500');
  });
});
