export { ConfigError, readConfig, type Config } from './config/config.ts';
export { connectDatabase, createPool, type Database, type Transaction } from './database/connect.ts';
export { migrate } from './database/migrate.ts';
export { databaseName, dropDatabase, ensureDatabase, withDatabase } from './database/named-database.ts';
export type { Tables } from './database/tables.ts';
export { DataDirectoryInUse } from './postgres/data-directory-lock.ts';
export { joinPostgres, openPostgres, type OpenPostgres } from './postgres/open-postgres.ts';
export { dayInTaipei, monthInTaipei, systemClock, type Clock } from './time/clock.ts';
