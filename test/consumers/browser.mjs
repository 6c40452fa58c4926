import { round } from 'salesmodel/core';

globalThis.result = round('2.345', { increment: '0.01' });
