export type TransactionColumns = unknown;
