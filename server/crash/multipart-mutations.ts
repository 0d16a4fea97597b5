import type { Random } from '@oneplan/runtime/model/fixtures/malformed/random.ts';

export interface MultipartBody {
  readonly name: string;
  readonly body: Uint8Array;
  readonly contentType: string;
}

const boundary = '----oneplan-crash-tests';
const contentType = `multipart/form-data; boundary=${boundary}`;
/** BPMN that nobody may deploy, so that a body is refused whatever becomes of its frame. */
const refused = Buffer.from('<bpmn:definitions><bpmn:process id="p"></bpmn:definitions>');

/** A deployment of one file, as Camunda's clients send it. */
export function deploymentBody(file: Uint8Array, fileName = 'process.bpmn'): Omit<MultipartBody, 'name'> {
  const part = (headers: string, content: Uint8Array) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${headers}\r\n\r\n`), content, Buffer.from('\r\n')]);
  const body = Buffer.concat([
    part('Content-Disposition: form-data; name="deployment-name"', Buffer.from('crash')),
    part(
      `Content-Disposition: form-data; name="data"; filename="${fileName}"\r\nContent-Type: application/octet-stream`,
      file,
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { body, contentType };
}

const whole = Buffer.from(deploymentBody(refused).body);
const edited = (edit: (text: string) => string) => Buffer.from(edit(whole.toString('latin1')), 'latin1');
const named = (fileName: string) => deploymentBody(refused, fileName).body;

/** What is wrong about the frame, one of each. */
const fixed: readonly MultipartBody[] = [
  { name: 'no body', body: new Uint8Array(), contentType },
  { name: 'no boundary', body: whole, contentType: 'multipart/form-data' },
  { name: 'another boundary', body: whole, contentType: 'multipart/form-data; boundary=other' },
  { name: 'an empty boundary', body: whole, contentType: 'multipart/form-data; boundary=' },
  { name: 'JSON', body: Buffer.from('{"deployment-name":"x"}'), contentType: 'application/json' },
  { name: 'JSON that says it is multipart', body: Buffer.from('{}'), contentType },
  { name: 'text', body: whole, contentType: 'text/plain' },
  { name: 'no end', body: whole.subarray(0, whole.length - 30), contentType },
  { name: 'only its end', body: Buffer.from(`--${boundary}--\r\n`), contentType },
  { name: 'no file', body: edited((text) => text.replace(/; filename="[^"]*"/, '')), contentType },
  { name: 'no name', body: edited((text) => text.replace(/ name="data";/, '')), contentType },
  { name: 'no headers', body: edited((text) => text.replaceAll(/Content-[^\r]*\r\n/g, '')), contentType },
  { name: 'LF alone', body: edited((text) => text.replaceAll('\r\n', '\n')), contentType },
  {
    name: 'a long header',
    body: edited((text) => text.replace('name="data"', `name="${'d'.repeat(100_000)}"`)),
    contentType,
  },
  {
    name: 'many parts',
    body: edited((text) => text.replace(/^[\s\S]*?crash\r\n/, (part) => part.repeat(500))),
    contentType,
  },
  { name: 'a path', body: named('../../../etc/passwd'), contentType },
  { name: 'a path that ends well', body: named('../../etc/x.bpmn'), contentType },
  { name: 'another kind of file', body: named('run.groovy'), contentType },
  { name: 'no name of a file', body: named(''), contentType },
  { name: 'a reserved name', body: named('__proto__.bpmn'), contentType },
  { name: 'a NUL in the name', body: named('a\0.bpmn'), contentType },
];

/** The fixed ones, then bodies cut off, with bytes flipped, doubled or taken away at places chosen by chance. */
export function multipartMutations(random: Random, total: number): MultipartBody[] {
  const made: MultipartBody[] = [...fixed];
  while (made.length < total) {
    const at = random.below(whole.length);
    const length = 1 + random.below(40);
    const change = random.one(['cut off', 'flipped', 'doubled', 'taken away']);
    made.push({
      name: `${change} at ${at} (${length})`,
      body: mutate(change, at, length, random),
      contentType,
    });
  }
  return made;
}

function mutate(change: string, at: number, length: number, random: Random): Uint8Array {
  const before = whole.subarray(0, at);
  const piece = whole.subarray(at, at + length);
  const after = whole.subarray(at + length);
  if (change === 'cut off') return before;
  if (change === 'doubled') return Buffer.concat([before, piece, piece, after]);
  if (change === 'taken away') return Buffer.concat([before, after]);
  return Buffer.concat([before, piece.map((byte) => byte ^ (1 + random.below(255))), after]);
}
