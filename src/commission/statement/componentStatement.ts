import { type Decimal, decimalString } from '../../core/decimal.js';
import { ratioValue } from '../../core/ratio.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { ComponentStatement } from '../schema.js';
import { amountText } from './amountText.js';
import type { EarnedComponent } from './earnedInPeriod.js';
