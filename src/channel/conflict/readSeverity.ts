import type { Decimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { bandAt, readBands } from '../../mechanisms/scoring/bands/readBands.js';
import type { ConflictSeverity } from './conflictRules.js';

/** A severity that was checked. */
export interface ReadSeverity {
  readonly by: ConflictSeverity['by'];
  /** `null` where there is nothing to weigh, or below the lowest band. */
  readonly gradeOf: (weight: Decimal | null) => string | null;
}

/** @throws SalesModelError `option.unknown`, and those of bands */
export function readSeverity(severity: ConflictSeverity, path: Path): ReadSeverity {
  const bands = readBands(severity.bands, [...path, 'bands']);
  return {
    by: oneOf(severity.by, ['value', 'turnoverShare'], [...path, 'by']),
    gradeOf: (weight) => (weight === null ? null : (bands[bandAt(bands, weight)]?.id ?? null)),
  };
}
