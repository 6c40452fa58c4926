import type { Finding, Path } from '../../core/errors.js';
import type { Release } from '../schema.js';
import type { LintContext } from './lintContext.js';

/** `schedule.gap`: a part of pay waits for an event or date that a row need not have, and is then held for ever. */
export function scheduleGap({ plan }: LintContext): readonly Finding[] {
  return [
    ...gapsIn(plan.release, ['release']),
    ...plan.components.flatMap(({ release }, index) => gapsIn(release, ['components', index, 'release'])),
  ];
}

function gapsIn(release: Release | undefined, path: Path): Finding[] {
  const gap = (at: Path, on: string, share: string): Finding => ({
    code: 'schedule.gap',
    severity: 'info',
    path: at,
    params: { on, share },
  });
  switch (release?.kind) {
    case 'schedule':
      return release.parts.flatMap(({ on, share }, index) =>
        on === 'booking' || on === 'collection' ? [] : [gap([...path, 'parts', index, 'on'], on, share)],
      );
    case 'holdback':
      return release.on === undefined ? [] : [gap([...path, 'on'], release.on, release.share)];
    case 'hold':
      return release.until === undefined && release.when === undefined ? [gap(path, 'holdReleased', '1')] : [];
    default:
      return [];
  }
}
