// What is wrong with a malformed request, for whoever wrote it.
import type { MalformedCode } from '#domain/query';
import { shapeTexts } from '../input/shape-text.ts';

const texts: Readonly<Record<MalformedCode, string>> = {
  ...shapeTexts,
  'unknown-regulation': 'there is no such regulation',
  'unknown-operation': 'the regulation has no such operation',
  'no-fields': 'must name at least one field',
  'field-not-of-operation': 'the operation has no such field',
  'repeated-field': 'names a field twice',
  'not-an-instant': 'must be an RFC 3339 time with its offset, such as 2026-03-02T10:15:00+08:00',
  'not-an-address': 'must be a single IP address',
  'client-service-not-of-regulation': 'the regulation knows no client services',
  'role-not-of-kind': "the role doesn't fit the kind of actor",
  'until-before-from': 'lies before the first day of the grant',
  'password-in-future': 'lies after the day of the request',
  'unknown-basis': 'there is no such legal basis',
};

export function malformedText(code: MalformedCode): string {
  return texts[code];
}
