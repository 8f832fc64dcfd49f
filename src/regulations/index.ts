// The regulations that the program knows. Each is checked against itself when it is loaded: one that contradicts itself stops the start.
import { checkRegulation, type Regulation } from '#domain/regulations';
import { nantouVerification } from './nantou-verification.ts';
import { nantouWebir } from './nantou-webir.ts';
import { taipeiWebir } from './taipei-webir.ts';
import { taoyuanWebir } from './taoyuan-webir.ts';

export const regulations: readonly Regulation[] = [nantouWebir, taipeiWebir, taoyuanWebir, nantouVerification];

for (const regulation of regulations) checkRegulation(regulation);

export function findRegulation(id: string): Regulation | undefined {
  return regulations.find((regulation) => regulation.id === id);
}
