export { call, onSessionLost, setCsrfToken, uploadPiece, type AnswerOf, type InputOf } from './call.ts';
export { ProblemError, type ClientProblem, type ClientProblemCode } from './problem-error.ts';
export { drawRequestId, nextRequestId, type Attempt } from './request-id.ts';
export { saveFile } from './save-file.ts';
export { fieldError, useShownProblem } from './show-problem.ts';
