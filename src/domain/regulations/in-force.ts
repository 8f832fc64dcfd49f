// Whether a regulation applies on a day: from the day it was issued (not known: from the beginning) until the day before it ceased.
import type { IsoDate } from '#domain/kernel';
import type { Regulation } from './regulation.ts';

export function isInForce({ issuedOn, ceasedOn }: Pick<Regulation, 'issuedOn' | 'ceasedOn'>, day: IsoDate): boolean {
  return (issuedOn === null || day >= issuedOn) && (ceasedOn === null || day < ceasedOn);
}
