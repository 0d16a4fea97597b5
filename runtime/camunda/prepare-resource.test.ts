import { describe, expect, test } from '@jest/globals';
import { prepareResource } from './prepare-resource.ts';

const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';

describe('what is deployed to the engine', () => {
  test('binds a called process to the deployment that it comes with', () => {
    expect(
      prepareResource(`<definitions ${camunda}><callActivity id="c" calledElement="x" /></definitions>`),
    ).toBe(
      `<definitions ${camunda}><callActivity camunda:calledElementBinding="deployment" id="c" calledElement="x" /></definitions>`,
    );
  });

  test('leaves a binding that the author wrote', () => {
    const xml = `<definitions ${camunda}><bpmn:callActivity id="c" camunda:calledElementBinding="latest"></bpmn:callActivity></definitions>`;
    expect(prepareResource(xml)).toBe(xml);
  });

  test('declares the namespace on the element when the document does not', () => {
    expect(prepareResource('<bpmn:process id="p">')).toBe(
      '<bpmn:process xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:historyTimeToLive="P365D" id="p">',
    );
  });

  test('uses the prefix of the document', () => {
    const xml =
      '<d xmlns:c="http://camunda.org/schema/1.0/bpmn"><businessRuleTask c:decisionRef="x>y" id="b"/></d>';
    expect(prepareResource(xml)).toContain(
      '<businessRuleTask c:decisionRefBinding="deployment" c:decisionRef="x>y" id="b"/>',
    );
  });

  test('does not touch elements whose names only begin alike', () => {
    const xml = `<d ${camunda}><processRef>a</processRef><decisionTable id="t"></decisionTable></d>`;
    expect(prepareResource(xml)).toBe(xml);
  });
});
