// Exit codes that scripts rely on.
export const exitCodes = { done: 0, no: 1, wrongCall: 2, refused: 3, fault: 70 } as const;

/** The input or the call is wrong: the message names the file, the line and the field. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}
