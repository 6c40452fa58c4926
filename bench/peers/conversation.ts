import { type ChildProcessByStdio, type SpawnOptions, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A contender in a process of its own, which answers a request with lines and a full stop on a line. */
export interface Conversation {
  ask(request: string): Promise<string[]>;
  close(): void;
}

export function converse(
  command: string,
  words: readonly string[],
  { env, uid }: Pick<SpawnOptions, 'env' | 'uid'> = {},
): Conversation {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(command, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(env === undefined ? {} : { env }),
    ...(uid === undefined ? {} : { uid }),
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async ask(request) {
      child.stdin.write(`${request}\n`);
      const lines: string[] = [];
      for (;;) {
        const { done, value } = await answers.next();
        if (done === true) throw new Error(`${command} ended`);
        if (value === '.') return lines;
        lines.push(value);
      }
    },
    close: () => child.stdin.end(),
  };
}
