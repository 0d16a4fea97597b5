/** One activity instance of a tree, as either engine tells it. */
export interface ActivityNode {
  /** unique within the engine; variables and waits refer to it */
  readonly key: string;
  readonly elementId: string;
  /** value of loopCounter when it is an instance of a multi-instance */
  readonly loop?: number;
  /** only a continuation waits here, the activity itself does not run */
  readonly transition?: boolean;
  readonly children: readonly ActivityNode[];
}

/** Path of every activity instance below the root, by key. The root itself has the path ''. */
export function pathsOf(root: ActivityNode): ReadonlyMap<string, string> {
  const paths = new Map<string, string>([[root.key, '']]);
  const walk = (node: ActivityNode, parent: string): void => {
    for (const child of node.children) {
      const mark = child.transition === true ? '~' : '';
      const loop = child.loop === undefined ? '' : `[${child.loop}]`;
      const path = `${parent === '' ? '' : `${parent}/`}${mark}${child.elementId}${loop}`;
      paths.set(child.key, path);
      walk(child, path);
    }
  };
  walk(root, '');
  return paths;
}

/**
 * Where an event waits: the activity instance itself for a catch event or a task, `host!event` for a boundary event
 * or the start event of an event subprocess.
 */
export function waitPath(holder: string, elementId: string): string {
  const last = holder
    .slice(holder.lastIndexOf('/') + 1)
    .replace(/^~/, '')
    .replace(/\[\d+\]$/, '');
  return last === elementId ? holder : `${holder}!${elementId}`;
}

/** Whether a path is meant by `target`: the whole path or its end (`a`, `sub/a[1]`, `late`), loops named or not. */
export function isAt(path: string, target: string): boolean {
  const plain = path.replace(/~/g, '');
  return [plain, plain.replace(/\[\d+\]$/, ''), plain.replace(/\[\d+\]/g, '')].some(
    (form) => form === target || form.endsWith(`/${target}`) || form.endsWith(`!${target}`),
  );
}
