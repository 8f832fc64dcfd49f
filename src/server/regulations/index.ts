export { mountRegulations, type RegulationDoors } from './routes.ts';
