import { z } from 'zod';

/** The values that many endpoints share on the wire. */
export const none = z.object({});
export const id = z.uuid();
/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime();
export const idParams = z.object({ id });
/** An opaque place in a list; hand it back to get the next page. */
export const cursor = z.string().max(200);
export const pageQuery = z.object({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
/** Submission data: a JSON object; what it may hold is the form's business. */
export const formData = z.record(z.string(), z.unknown());
export const formDefinition = z.looseObject({ components: z.array(z.looseObject({})) });
export const fieldPermission = z.object({
  readable: z.union([z.literal('*'), z.array(z.string())]),
  editable: z.union([z.literal('*'), z.array(z.string())]),
  /** What must be filled in here, beside what the form requires anyway. */
  required: z.array(z.string()).optional(),
});
export const orgUnitRef = z.object({ id, name: z.string(), kind: z.string() });
export const personRef = z.object({ id, name: z.string() });
export const studentRef = z.object({ id, name: z.string(), className: z.string(), schoolName: z.string() });
export const finding = z.object({
  rule: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string().optional(),
  path: z.string().optional(),
  elementId: z.string().optional(),
  line: z.number().int().optional(),
  /** What a layer above lays down and the plan breaks; absent for what is wrong by itself. */
  lock: z
    .object({
      /** id of the element: `form:b-r01/title`, `process:b-f2/review`, `parameter:noticePeriod` */
      element: z.string(),
      property: z.string().optional(),
      /** whose plan lays it down, in which version */
      authority: z.string().optional(),
      version: z.number().int().optional(),
      /** the document (文号) and the clause in it */
      basis: z.string().optional(),
      /** elements and sequence flows of the way through a process that offends, in order */
      way: z.array(z.string()),
    })
    .optional(),
  /** The finding in the words of the people of a district. */
  sentence: z.object({ 'zh-CN': z.string(), en: z.string() }).optional(),
});
