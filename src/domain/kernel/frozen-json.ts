// JSON that can't change any more: what was once said of it holds for as long as it is there.
import type { JsonObject, JsonValue } from './canonical-json.ts';

/** The same value, with everything in it frozen. */
export function freezeJson<Value extends JsonValue>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freezeJson(part as JsonValue); // JSON holds JSON
  return Object.freeze(value);
}

export function isFrozenJson(value: JsonObject): boolean {
  return isFrozen(value);
}

function isFrozen(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
}
