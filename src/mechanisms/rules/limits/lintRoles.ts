import { toText } from '../../../core/decimal.js';
import type { Finding, Path } from '../../../core/errors.js';
import { isBeyond, isWithin, sameBound } from './bounds.js';
import type { CompiledBound, CompiledLimits, CompiledTrack } from './compileLimits.js';
import type { LimitMatrix } from './limitMatrix.js';

import type { RoleSituation, Situation } from './situations.js';

/** An end of a measure. */
type End = Pick<CompiledBound, 'measure' | 'bound'>;

/** `deadRole`, `limitInversion` and `unapprovable` of a matrix. */
export function lintRoles(
  matrix: LimitMatrix,
  limits: CompiledLimits,
  situations: readonly Situation[],
  path: Path,
): readonly Finding[] {
  const ends = new Map(
    [...limits.rowsOf.values()]
      .flatMap((rows) => rows.flatMap(({ bounds }) => bounds))
      .map(({ measure, bound }): [string, End] => [JSON.stringify([measure, bound]), { measure, bound }]),
  );
  const findings: Finding[] = [];
  for (const [index, { role }] of matrix.roles.entries()) {
    const first = matrix.roles.findIndex((other) => other.role === role) === index;
    if (!first || limits.tracks.some((track) => isNeeded(role, track, limits, situations))) continue;
    findings.push({ code: 'deadRole', severity: 'warning', path: [...path, 'roles', index], params: { role } });
  }
  for (const track of limits.tracks) {
    for (const end of ends.values()) {
      findings.push(...inversions(track, end, situations, path), ...unapprovable(track, end, situations, path));
    }
  }
  return findings;
}

/**
 * Whether a request may exist that a role must sign on a track, no lower or equal one before it. Its scopes share the
 * action and the day, and each rival may fail on another of them.
 */
function isNeeded(
  role: string,
  track: CompiledTrack,
  { routing }: CompiledLimits,
  situations: readonly Situation[],
): boolean {
  const level = track.levels.findIndex(({ roles }) => roles.includes(role));
  if (level < 0) return false;
  const { roles: equals } = track.levels[level]!;
  const rivals = [
    ...track.levels.slice(0, level).flatMap(({ roles }) => roles),
    ...equals.slice(0, equals.indexOf(role)),
  ];
  const unanswered = new Map<string, Set<string>>();
  for (const { roles, example } of situations) {
    const { choices, possible } = roles.get(role)!;
    if (possible.length > 0 || (routing === 'stepByStep' && choices.length > 0)) return true;
    if (choices.length === 0) continue;
    const requests = JSON.stringify([example['action'], example['on']]);
    const left = unanswered.get(requests) ?? new Set(rivals);
    unanswered.set(requests, left);
    for (const rival of left) {
      const may = roles.get(rival)!.choices;
      if (choices.some((choice) => !may.some((own) => isWithin(choice, own)))) left.delete(rival);
    }
    if (left.size === 0) return true;
  }
  return false;
}

function inversions(track: CompiledTrack, end: End, situations: readonly Situation[], path: Path): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [at, { roles: lowers }] of track.levels.entries()) {
    for (const lower of lowers) {
      for (const higher of track.levels.slice(at + 1).flatMap(({ roles }) => roles)) {
        const found = situations.find(({ roles }) => isInverted(roles.get(lower)!, roles.get(higher)!, end));
        if (found === undefined) continue;
        const own = loosest(found.roles.get(lower)!, end);
        const tighter = loosest(found.roles.get(higher)!, end) as CompiledBound;
        const allowed = [own === 'unbounded' ? own : toText((own as CompiledBound).allowed), toText(tighter.allowed)];
        const params = { track: track.track, roles: [lower, higher], ...end, allowed, example: found.example };
        const row = tighter.row;
        findings.push({ code: 'limitInversion', severity: 'warning', path: [...path, 'limits', row], params });
      }
    }
  }
  return findings;
}

function isInverted(lower: RoleSituation, higher: RoleSituation, end: End): boolean {
  if (lower.possible.length > 0 || higher.possible.length > 0) return false;
  const own = loosest(lower, end);
  const above = loosest(higher, end);
  if (own === undefined || above === undefined || above === 'unbounded') return false;
  return own === 'unbounded' || isBeyond(own.allowed, above);
}

function unapprovable(
  track: CompiledTrack,
  end: End,
  situations: readonly Situation[],
  path: Path,
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const { roles, example } of situations) {
    const ends = track.levels
      .flatMap((level) => level.roles)
      .flatMap((role) => {
        const { choices, applying, possible } = roles.get(role)!;
        const alone = possible.map((row) => ({ rows: [row], bounds: row.bounds }));
        return loosest({ choices: [...choices, ...alone], applying, possible }, end) ?? [];
      });
    if (ends.length === 0 || ends.includes('unbounded')) continue;
    const bound = (ends as CompiledBound[]).reduce((a, b) => (isBeyond(a.allowed, b) ? a : b));
    const beyond = toText(bound.allowed);
    if (findings.has(beyond)) continue;
    const params = { track: track.track, ...end, beyond, example };
    findings.set(beyond, { code: 'unapprovable', severity: 'info', path: [...path, 'limits', bound.row], params });
  }
  return [...findings.values()];
}

/** The loosest bound among the choices of a role, undefined where it has no choice. */
function loosest({ choices }: RoleSituation, end: End): CompiledBound | 'unbounded' | undefined {
  return choices
    .map((choice): CompiledBound | 'unbounded' => sameBound(choice, end) ?? 'unbounded')
    .reduce<CompiledBound | 'unbounded' | undefined>((a, b) => {
      if (a === undefined) return b;
      return a === 'unbounded' || b === 'unbounded' ? 'unbounded' : isBeyond(a.allowed, b) ? a : b;
    }, undefined);
}
