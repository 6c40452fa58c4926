import { MONTHS, type Workload, payeeId } from '../workload.js';

/** The slot of a payee's month by its text key, such as `R00072025-03`. */
export function slotKeys({ payees }: Workload): Map<string, number> {
  const keys = new Map<string, number>();
  for (let payee = 0; payee < payees; payee++) {
    for (let month = 0; month < MONTHS; month++) {
      keys.set(`${payeeId(payee)}2025-${String(month + 1).padStart(2, '0')}`, payee * MONTHS + month);
    }
  }
  return keys;
}
