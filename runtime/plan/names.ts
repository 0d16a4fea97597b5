import { z } from 'zod';

/** Key of a plan, form, notice, section, part: also a file name and part of a URL. */
export const key = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe('lower case letters, digits and single hyphens');

/** A name that an expression of a flow can use. */
export const variableName = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/);

/** XML NCName as BPMN ids are, restricted to what tools agree on. */
export const elementId = z
  .string()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/);

/** Key of a form component; a dot leads into a data grid or container (`hobbies.name`). */
export const componentKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*$/);

/** A file of the plan, beside its manifest (BPMN) or in the folder of the same name under forms. */
export const fileName = z
  .string()
  .max(150)
  .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/);
