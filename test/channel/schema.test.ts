import { expect, test } from 'vitest';
import { ControlRights, OfferOption, SalesModel } from '../../src/channel/index.js';

const rights = {
  price: 'supplier',
  contract: 'supplier',
  fulfilment: 'intermediary',
  display: 'shared',
  quality: 'shared',
  assortment: 'supplier',
} as const;

test('all six rights are there, and nothing else', () => {
  expect(ControlRights.safeParse(rights).success).toBe(true);
  expect(ControlRights.safeParse({ ...rights, price: undefined }).success).toBe(false);
  expect(ControlRights.safeParse({ ...rights, returns: 'shared' }).success).toBe(false);
});

test('a sales model is one of four kinds with what belongs to it', () => {
  expect(SalesModel.safeParse({ kind: 'direct', rights, stores: ['Shanghai'] }).success).toBe(true);
  expect(SalesModel.safeParse({ kind: 'ecommercePlatform', rights, platform: 'M' }).success).toBe(true);
  expect(SalesModel.safeParse({ kind: 'direct', rights, platform: 'M' }).success).toBe(false);
  expect(SalesModel.safeParse({ kind: 'barter', rights }).success).toBe(false);
});

test('an offer with a leased part is a lease, and no other is', () => {
  const offer = (kind: string, battery: string): unknown => ({
    id: 'ES6',
    name: 'Car and battery',
    kind,
    parts: [
      { code: 'car', as: 'buy' },
      { code: 'battery', as: battery },
    ],
  });
  expect(OfferOption.safeParse(offer('lease', 'lease')).success).toBe(true);
  expect(OfferOption.safeParse(offer('buy', 'buy')).success).toBe(true);
  expect(OfferOption.safeParse(offer('buy', 'lease')).success).toBe(false);
  expect(OfferOption.safeParse(offer('lease', 'buy')).success).toBe(false);
});
