import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { planManifest } from '../../fixtures/layer.ts';
import { type CheckAnswer, type CheckRequest, receivedManifest } from './check-request.ts';
import { checkedAfter, LiveCheck } from './live-check.ts';

const typed = (name: string) => ({ ...planManifest, name });
const answer: CheckAnswer = { findings: [], refused: [] };

let sent: CheckRequest[];
let check: LiveCheck;
let answers: number;
beforeEach(() => {
  jest.useFakeTimers();
  sent = [];
  answers = 0;
  check = new LiveCheck(
    (request) => sent.push(request),
    () => {
      answers += 1;
    },
  );
});

const asked = () => sent.flatMap((it) => (it.kind === 'check' ? receivedManifest(it.manifest).name : []));

describe('checking a manifest while it is typed', () => {
  test('waits for a pause, and asks about what stands there then', () => {
    check.ask(typed('a'));
    jest.advanceTimersByTime(checkedAfter - 1);
    check.ask(typed('ab'));
    expect(asked()).toEqual([]);
    jest.advanceTimersByTime(checkedAfter);
    expect(asked()).toEqual(['ab']);
  });

  test('asks for one answer at a time, and about the newest when it has come', () => {
    check.ask(typed('a'));
    jest.advanceTimersByTime(checkedAfter);
    check.ask(typed('ab'));
    jest.advanceTimersByTime(checkedAfter);
    check.ask(typed('abc'));
    jest.advanceTimersByTime(checkedAfter);
    expect(asked()).toEqual(['a']);
    check.answered(answer);
    expect(asked()).toEqual(['a', 'abc']);
    check.answered(answer);
    expect(asked()).toEqual(['a', 'abc']);
    expect(answers).toBe(2);
  });

  test('checks again when the forms have come, also while an answer is under way', () => {
    check.ask(typed('a'));
    jest.advanceTimersByTime(checkedAfter);
    check.tell({ kind: 'forms', forms: [] });
    jest.advanceTimersByTime(checkedAfter);
    check.answered(answer);
    expect(sent.map(({ kind }) => kind)).toEqual(['check', 'forms', 'check']);
  });

  test('asks nothing after the page was left', () => {
    check.ask(typed('a'));
    check.stop();
    jest.advanceTimersByTime(checkedAfter);
    expect(sent).toEqual([]);
  });
});
