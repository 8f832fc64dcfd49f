export {
  afterEvent,
  applicationActs,
  foldApplication,
  MisplacedEvent,
  newApplication,
  openActs,
  type Application,
  type ApplicationAct,
  type ApplicationEvent,
  type ApplicationState,
} from './application.ts';
export { actRefusalCodes, mayAct, roleFor, type ActRefusalCode, type ActVerdict, type ApplicationActor } from './may-act.ts';
