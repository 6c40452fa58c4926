import { runInNewContext } from 'node:vm';
import ts from 'typescript';

/** A result shown in a comment: `// => value` behind or below a statement, `// throws Error` for one that fails. */
export interface Shown {
  readonly kind: 'value' | 'printed' | 'thrown';
  readonly statement: ts.ExpressionStatement | ts.VariableStatement;
  readonly text: string;
  /** Line of the comment, from 0, and how many lines it takes. */
  readonly line: number;
  readonly lines: number;
  /** Column of the comment. */
  readonly column: number;
}

/** All results that a program shows, in order. A comment that belongs to no statement is an error. */
export function shownOf(source: ts.SourceFile): Shown[] {
  const lines = source.text.split('\n');
  const shown: Shown[] = [];
  const claimed = new Set<number>();
  for (const statement of source.statements) {
    const last = source.getLineAndCharacterOfPosition(statement.end).line;
    const line = markOf(lines[last]!) ? last : last + 1;
    const mark = markOf(lines[line] ?? '');
    if (!mark) continue;
    const column = source.getPositionOfLineAndCharacter(line, mark.before.length);
    if (source.text.slice(statement.end, column).trim() !== '') continue;
    claimed.add(line);
    const text = mark.throws ? [mark.text] : literalLines([mark.text, ...commentLines(lines, line + 1)]);
    const position = { text: text.join('\n').trim(), line, lines: text.length, column: mark.before.length };
    if (ts.isExpressionStatement(statement)) {
      shown.push({ kind: mark.throws ? 'thrown' : isPrint(statement) ? 'printed' : 'value', statement, ...position });
    } else if (
      ts.isVariableStatement(statement) &&
      !mark.throws &&
      statement.declarationList.declarations.length === 1
    ) {
      shown.push({ kind: 'value', statement, ...position });
    } else {
      throw new Error(`line ${line + 1}: a result is shown behind an expression or one const`);
    }
  }
  lines.forEach((line, index) => {
    if (markOf(line) && !claimed.has(index)) throw new Error(`line ${index + 1}: this result belongs to no statement`);
  });
  return shown;
}

function markOf(line: string): { before: string; throws: boolean; text: string } | undefined {
  const match = /^(.*?)\/\/ (=>|throws) ?(.*)$/.exec(line);
  return match ? { before: match[1]!, throws: match[2] === 'throws', text: match[3]! } : undefined;
}

/** The comment lines that follow, up to the first that shows the next result. */
function commentLines(lines: readonly string[], from: number): string[] {
  const more: string[] = [];
  for (const line of lines.slice(from)) {
    const match = /^\s*\/\/ ?(.*)$/.exec(line);
    if (!match || markOf(line)) break;
    more.push(match[1]!);
  }
  return more;
}

/** The first lines that make a whole literal; what follows is a comment of its own. */
function literalLines(lines: readonly string[]): readonly string[] {
  for (let count = 1; count <= lines.length; count++) {
    if (valueOf(lines.slice(0, count).join('\n')) !== undefined) return lines.slice(0, count);
  }
  return lines.slice(0, 1);
}

/** The value that a shown literal stands for, or undefined where the text is no JavaScript. */
export function valueOf(text: string): { value: unknown } | undefined {
  try {
    return { value: runInNewContext(`(${text}\n)`) as unknown };
  } catch {
    return undefined;
  }
}

function isPrint({ expression }: ts.ExpressionStatement): boolean {
  return ts.isCallExpression(expression) && /^console\.\w+$/.test(expression.expression.getText());
}
