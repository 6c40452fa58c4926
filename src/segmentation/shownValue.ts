/** A wrong value as a fault shows it: as text what JSON has no word for, `null` for what is absent. */
export function shownValue(value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? null);
}
