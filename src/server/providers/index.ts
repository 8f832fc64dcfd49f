export { openDemoLabourInsurance, type DemoLabourInsuranceOptions } from './demo-labour-insurance.ts';
export { ProviderFailed, ProviderFault, ProviderNonsense, ProviderTimeout, type ProviderFaultCode } from './provider-fault.ts';
export type { LabourInsuranceOperation, LabourInsuranceProvider, ProviderCall, ProviderReply, ProviderRow } from './provider.ts';
export { providerSchema } from './provider-schema.ts';
