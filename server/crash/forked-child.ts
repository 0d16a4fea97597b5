import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Message {
  readonly type: string;
}

/** A process of ours that a test starts, tells things and kills. It ends with the test, whatever happens to that. */
export interface ForkedChild<To extends Message, From extends Message> {
  send(message: To): void;
  /** The next message of a type; rejects with what the process wrote when it ends before. */
  said<T extends From['type']>(type: T): Promise<Extract<From, { type: T }>>;
  /** Stops it where it is, and lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** SIGKILL: no handler runs, nothing is finished, every connection breaks. Answers the exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `file`: sources, or JavaScript that is made of them. */
export function forkChild<To extends Message, From extends Message>(
  file: string,
  env: Readonly<Record<string, string>>,
): ForkedChild<To, From> {
  const child = fork(file, [], {
    cwd: root,
    // An interruption at the terminal is for the test; the child ends with it, by the channel between them.
    detached: true,
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
  });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => {
    errors = (errors + text.toString()).slice(-4_000);
  });
  const ended = once(child, 'exit');
  return {
    send: (message) => child.connected && child.send(message),
    said: (type) => messageOf(child, type, () => errors),
    signal: (signal) => void child.kill(signal),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

function messageOf<From extends Message, T extends From['type']>(
  child: ChildProcess,
  type: T,
  errors: () => string,
): Promise<Extract<From, { type: T }>> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.off('message', heard);
      child.off('exit', gone);
      finish();
    };
    const heard = (message: From) => {
      if (message.type === type) settle(() => resolve(message as Extract<From, { type: T }>));
    };
    const gone = () =>
      settle(() => reject(new Error(`the process ended before it was ${type}: ${errors()}`)));
    child.on('message', heard);
    child.on('exit', gone);
  });
}
