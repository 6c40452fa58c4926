import { test } from 'vitest';
import { type Contest, settleContest, settlePool, type Pool } from '../../../src/commission/index.js';

declare const contest: Contest;
declare const pool: Pool;

test('a contest and a pool take what they name', () => {
  settleContest(contest, [{ payeeId: 'ana', value: '5' }]);
  // @ts-expect-error an entry is somebody's
  settleContest(contest, [{ value: '5' }]);
  // @ts-expect-error no such way to treat equals
  settleContest({ ...contest, ties: 'first' }, []);
  // @ts-expect-error no such weights
  settlePool({ ...pool, weights: 'sales' });
  const settled = settlePool(pool);
  // @ts-expect-error the shares are there only when it could be settled
  void settled.shares;
});
