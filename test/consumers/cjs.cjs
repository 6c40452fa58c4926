const { strictEqual } = require('node:assert');
const { SalesModelError, round } = require('salesmodel/core');
const { core } = require('salesmodel');

strictEqual(round('2.345', { increment: '0.01' }), '2.34');
strictEqual(core.SalesModelError, SalesModelError);
