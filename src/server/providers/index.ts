export { openDemoLabourInsurance, type DemoLabourInsuranceOptions, type LabourInsuranceData } from './demo-labour-insurance.ts';
export { openLabourInsuranceGateway, type LabourInsuranceGatewayOptions } from './labour-insurance-gateway.ts';
export { ProviderFailed, ProviderFault, ProviderNonsense, ProviderTimeout, type ProviderFaultCode } from './provider-fault.ts';
export {
  labourInsuranceOperations,
  type LabourInsuranceOperation,
  type LabourInsuranceProvider,
  type ProviderCall,
  type ProviderQuestion,
  type ProviderReply,
  type ProviderRow,
} from './provider.ts';
export { providerSchema } from './provider-schema.ts';
