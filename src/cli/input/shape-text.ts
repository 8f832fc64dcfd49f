// What is wrong with the form of a JSON value, for whoever wrote it.
import type { ShapeCode } from '#domain/kernel';

export const shapeTexts: Readonly<Record<ShapeCode, string>> = {
  'missing-key': 'the key is missing',
  'unknown-key': 'there is no such key',
  'not-an-object': 'must be an object',
  'not-a-list': 'must be a list',
  'not-a-text': 'must be a text',
  'not-true-or-false': 'must be true or false',
  'not-a-number': 'must be a whole number from 0',
  'not-a-date': 'must be a day that exists, written as 2026-03-02',
  'unknown-value': 'is none of the values that are known here',
  'too-long': 'is too long',
};
