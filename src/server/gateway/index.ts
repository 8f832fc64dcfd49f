export type { GatewayOptions } from './gateway-parts.ts';
export { startGateway, type RunningGateway } from './start-gateway.ts';
