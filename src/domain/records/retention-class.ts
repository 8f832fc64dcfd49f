/** Logs and traces are kept five years at least (NW-4.1.6); the class names the epoch key that ends with them. */
export const logRetention = 'log-5y';
