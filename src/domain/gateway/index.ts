export { judgeCall, keysOfLog, type CallRefusal, type CallVerdict, type GateRules, type ServedBefore } from './judge-call.ts';
export { agrees, reconcileServed, type Intent, type Reconciliation } from './reconcile-served.ts';
export { ServedListFault, type ServedListCode } from './served-list-fault.ts';
export {
  formatServedCall,
  formatServedEnd,
  maxServedListLength,
  parseServedList,
  type ServedCall,
  type ServedList,
  type ServedListHead,
} from './served-list.ts';
