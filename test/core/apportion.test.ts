import cases from '../cases/core/apportion.json' with { type: 'json' };
import { runCoreCases } from './cases.js';

runCoreCases(cases);
